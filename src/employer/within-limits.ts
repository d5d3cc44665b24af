import type { Deps } from '../deps.js';
import { changeAccess, type Whom } from './change-access.js';
import type { Asked, OfficerAction } from './officer-actions.js';

// The other actions change something, and so cannot be repeated at will.
const sendsOnRequest: OfficerAction[] = ['grant', 'send-invitation-again', 'send-username'];

/** Does what an officer wants, within the letters that one employee may get in a day. @throws TooManyTries */
export async function changeWithinLimits(
  { attempts }: Pick<Deps, 'attempts'>,
  whom: Whom,
  action: OfficerAction,
  asked: Asked,
) {
  const takeBack = sendsOnRequest.includes(action) && (await attempts.letter('officer', whom.employee));
  const outcome = await changeAccess(whom, action, asked);
  if (takeBack && outcome !== 'done') await takeBack();
  return outcome;
}
