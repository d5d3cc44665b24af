/** Whether two-factor is asked; without `from` since always. */
export type TwoFactorPolicy = { state: 'optional' } | { state: 'required'; from?: Date };

/** What an employer asks of employees and, apart, of officers. */
export interface Policy extends Record<'employee' | 'officer', TwoFactorPolicy> {
  /** For how many days who left can still log in; absent: as usual. */
  daysAfterLeaving?: number;
  /** For how many months the log is kept; absent: as usual. */
  logMonths?: number;
}

export const optional: TwoFactorPolicy = { state: 'optional' };
export const required: TwoFactorPolicy = { state: 'required' };

export const isRequired = (policy: TwoFactorPolicy, now: Date): boolean =>
  policy.state === 'required' && (policy.from === undefined || policy.from <= now);
