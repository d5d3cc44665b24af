import type { Request, RequestHandler } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { Employers, type Employer } from '../models/employer.js';
import { contactLine } from '../house-style/contact.js';
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

/** The page that "Was jij dit niet?" in a letter opens. Looking at it closes nothing. */
export const closeAccessPage = ({ now, relay }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const account = await owner(req, now());
    const t = messages(req).closePage;
    res.render('my-account/close-access', { t, intro: t.intro(fullName(account)) });
  },

  async submit(req, res) {
    // Whoever else is at work in the account may change it at the same moment.
    let account = await owner(req, now());
    while (!(await closeAccess(account, actorOf(req, account), now()))) account = await owner(req, now());
    await relay.bring(account._id);
    const { name, contact } = await Employers.findById(account.employer).orFail().lean<Employer>();
    if (contact === undefined) {
      res.redirect(303, paths.notMe);
      return;
    }
    // Nobody is logged in here: the page itself does not know whose employer to name.
    const text = messages(req).closedPage.contact(name, contactLine(contact));
    redirectWithNotice(req, res, paths.notMe, text, now());
  },
});

/** What its button leads to. */
export const accessClosedPage: RequestHandler = (req, res) => {
  res.render('my-account/access-closed', { t: messages(req).closedPage });
};
