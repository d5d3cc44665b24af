import { Schema } from 'mongoose';

/** Whether these names are all that a state needs, and no more than it can have. */
function fits(names: readonly string[], given: string[]): boolean {
  const needed = names.filter((name) => !name.endsWith('?'));
  const possible = names.map((name) => name.replace('?', ''));
  return needed.every((name) => given.includes(name)) && given.every((name) => possible.includes(name));
}

/**
 * A field whose value is one of several states, each with what belongs to it, no more and no less. It is written and
 * read whole; and a state without its values is refused, whatever mistake would store it.
 * @param states the names of what stands beside each `state`; with a question mark what can be absent
 */
export const union = (states: Record<string, readonly string[]>) => ({
  type: Schema.Types.Mixed,
  required: true,
  validate: ({ state, ...rest }: { state: string }) =>
    fits(states[state] ?? ['state'], Object.keys(rest)) &&
    Object.values(rest).every((value) => value != null),
});
