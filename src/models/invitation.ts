import type { Access } from './account.js';
import { invitationWorks } from './link.js';

/** The access of who is invited now. */
export const invited = (now: Date): Access => ({
  state: 'invited',
  since: now,
  until: new Date(now.getTime() + invitationWorks),
});

/** The same access after a change that ends the link of an invitation: it is for the account as it was. */
export const withoutLink = (access: Access, now: Date): Access =>
  access.state === 'invited' && now < access.until ? { ...access, until: now } : access;

/** Whether somebody is invited, and has no link that works. */
export const hasNoLink = ({ access }: { access: Access }, now: Date): boolean =>
  access.state === 'invited' && access.until <= now;
