import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { newColleague } from '../employer/new-people.js';
import { officerOf } from '../employer/guards.js';
import { roles } from '../models/role.js';
import { fill, paths } from '../paths.js';
import { Forbidden } from '../web/errors.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { changeStaff, staffChange } from './change-staff.js';
import { messages } from './messages.js';
import { byReader } from './perform.js';

const typed = (req: Request) => ({
  name: field(req, 'naam-collega').trim(),
  email: field(req, 'e-mailadres').trim(),
  role: field(req, 'rol'),
});

const fields = { name: 'naam-collega', email: 'e-mailadres', role: 'rol' } as const;

function show(req: Request, res: Response, problems: Problem[]): void {
  const { invitePage: t, roleNames, roleHints } = messages(req);
  const { name, email, role } = typed(req);
  res.render('officers/invite', {
    t,
    problems,
    name,
    email,
    roles: roles.map((value) => ({
      value,
      name: roleNames[value],
      hint: roleHints[value],
      isChosen: value === role,
    })),
  });
}

/** Invites a colleague, who gets a letter with a link. */
export const invitePage = ({ now, relay, attempts }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    show(req, res, []);
  },

  async submit(req, res) {
    const me = officerOf(req);
    const { invitePage: t, problemsOf } = messages(req);
    const given = newColleague.safeParse(typed(req));
    if (!given.success) {
      const wrong = new Set(given.error.issues.map(({ path }) => path[0] as keyof typeof fields));
      const problems = [...wrong].map((name) => ({ field: fields[name], text: problemsOf[name] }));
      show(req, res.status(400), problems);
      return;
    }
    const takeBack = await attempts.letter('inviter', me._id);
    const change = staffChange(byReader(req), { action: 'invite', ...given.data }, now());
    const outcome = await changeStaff(me.employer, change);
    if (outcome !== 'done') await takeBack();
    if (outcome === 'not-allowed') throw new Forbidden();
    if (outcome !== 'done') {
      show(req, res.status(400), [{ field: fields.email, text: t.taken }]);
      return;
    }
    await relay.bring(change.colleague);
    const page = fill(paths.officer, { id: change.colleague.toString() });
    redirectWithNotice(req, res, page, t.done(given.data.name, given.data.email), now());
  },
});
