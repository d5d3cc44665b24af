import type { Request, RequestHandler } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { Employers, type Employer } from '../models/employer.js';
import { contactLine } from '../house-style/contact.js';
import { otherOfficers } from '../mail/recipients.js';
import { paths } from '../paths.js';
import { DeadLink } from '../web/errors.js';
import { redirectWithNotice } from '../web/notice.js';
import { closeAccess, ownerOf } from './close-access.js';
import { messages } from './messages.js';

async function owner(req: Request, now: Date): Promise<Account> {
  const account = await ownerOf(String(req.params.token), now);
  if (!account) throw new DeadLink('close');
  return account;
}

function whatFollows(req: Request, { kind }: Account, isTold: boolean): string[] {
  const t = messages(req).closePage;
  if (kind === 'employee') return [...t.consequences, isTold ? t.told : t.notTold];
  return [...t.consequences, ...(isTold ? [t.colleaguesTold] : []), t.officerBack];
}

const isTold = async (account: Account) => (await otherOfficers(account)).length > 0;

/** Who was told, and whom an employee can call: nobody is logged in here, so the page itself does not know. */
async function outcome(req: Request, account: Account): Promise<string> {
  const t = messages(req).closedPage;
  const isEmployee = account.kind === 'employee';
  const { name, contact } = await Employers.findById(account.employer).orFail().lean<Employer>();
  return [
    ...((await isTold(account)) ? [isEmployee ? t.told : t.colleaguesTold] : []),
    ...(isEmployee && contact !== undefined ? [t.contact(name, contactLine(contact))] : []),
  ].join(' ');
}

/** The page that "Was jij dit niet?" in a letter opens. Looking at it closes nothing. */
export const closeAccessPage = ({ now, relay }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const account = await owner(req, now());
    const t = messages(req).closePage;
    const consequences = whatFollows(req, account, await isTold(account));
    res.render('my-account/close-access', { t, intro: t.intro(fullName(account)), consequences });
  },

  async submit(req, res) {
    // Whoever else is at work in the account may change it at the same moment.
    let account = await owner(req, now());
    while (!(await closeAccess(account, actorOf(req, account), now()))) account = await owner(req, now());
    await relay.bring(account._id);
    const text = await outcome(req, account);
    if (text === '') res.redirect(303, paths.notMe);
    else redirectWithNotice(req, res, paths.notMe, text, now());
  },
});

/** What its button leads to. */
export const accessClosedPage: RequestHandler = (req, res) => {
  res.render('my-account/access-closed', { t: messages(req).closedPage });
};
