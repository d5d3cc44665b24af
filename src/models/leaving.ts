import type { Types } from 'mongoose';

/** Days for which who left can still log in, where the employer's policy does not say. */
export const usualDaysAfterLeaving = 30;

/** The end of somebody's service, and of their access some time after it. */
export interface Leaving {
  /** Of the change that set it: who acts on it means this one. */
  id: Types.ObjectId;
  /** The first day out of service, "2026-12-01". */
  on: string;
  /** From then on there is no access. */
  until: Date;
  /** What the portal does next, and when; both are absent once access has ended. */
  next?: 'remind' | 'end';
  due?: Date;
  /** Whether the portal blocked access then: taking the date back undoes that. */
  hasBlocked?: boolean;
}

/** Whether the time after somebody's last day is over: nobody gives them access, but for who takes the date back. */
export const isGone = ({ leaving }: { leaving?: Leaving }): boolean =>
  leaving !== undefined && leaving.next === undefined;
