import { Schema } from 'mongoose';

/**
 * A field whose value is one of several states, each with what belongs to it, no more and no less. It is written and
 * read whole; and a state without its values is refused, whatever mistake would store it.
 * @param states the names of what stands beside each `state`, by the alphabet
 */
export const union = (states: Record<string, readonly string[]>) => ({
  type: Schema.Types.Mixed,
  required: true,
  validate: ({ state, ...rest }: { state: string }) =>
    states[state]?.join() === Object.keys(rest).sort().join() &&
    Object.values(rest).every((value) => value != null),
});
