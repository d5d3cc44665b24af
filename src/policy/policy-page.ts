import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { actorOf } from '../changes/change.js';
import { officerOf } from '../employer/guards.js';
import type { Reading } from '../language.js';
import { Employers } from '../models/employer.js';
import type { Policy } from '../models/policy.js';
import { paths } from '../paths.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { effectsOf } from './effects.js';
import { messages } from './messages.js';
import {
  changedIn,
  choices,
  fieldsOf,
  isNumberIn,
  kinds,
  numbersFor,
  numbersIn,
  readPolicy,
  typedFor,
  typedIn,
  type Kind,
  type Numbers,
  type Read,
  type Typed,
} from './policy-form.js';
import { setPolicy } from './set-policy.js';

const inAddress = (req: Request) => (name: string) => {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
};
const inBody = (req: Request) => (name: string) => field(req, name);

const isFilledIn = (read: Read) =>
  kinds.some((kind) => typedIn(read, kind).choice !== '') || isNumberIn(read);

async function policyOf(req: Request): Promise<Policy> {
  // Not lean: an employer from before there were policies gets the default.
  const { policy } = await Employers.findById(officerOf(req).employer, 'policy').orFail();
  return policy;
}

const optionsFor = (kind: Kind, { choice }: Typed, reader: Reading) =>
  choices.map((value) => ({
    value,
    name: messages(reader).policyPage.choices[kind][value],
    isChosen: value === choice,
  }));

function show(
  req: Request,
  res: Response,
  typed: Record<Kind, Typed>,
  numbers: Numbers,
  problems: Problem[],
): void {
  const { employee, officer } = typed;
  res.render('policy/policy', {
    t: messages(req).policyPage,
    employees: { options: optionsFor('employee', employee, req), from: employee.from },
    officers: { options: optionsFor('officer', officer, req), from: officer.from },
    ...numbers,
    problems,
  });
}

const typedAll = (of: (kind: Kind) => Typed): Record<Kind, Typed> => ({
  employee: of('employee'),
  officer: of('officer'),
});

/** "Beleid": what the employer asks. It is saved only after the page that says for whom it matters. */
export const policyPage = ({ now, relay }: Deps): Record<'show' | 'effects' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const read = inAddress(req);
    const policy = await policyOf(req);
    // Who comes back from the next page finds what they filled in.
    const isBack = isFilledIn(read);
    show(
      req,
      res,
      typedAll((kind) => (isBack ? typedIn(read, kind) : typedFor(policy[kind]))),
      isBack ? numbersIn(read) : numbersFor(policy),
      [],
    );
  },

  async effects(req, res) {
    const read = inAddress(req);
    if (!isFilledIn(read)) {
      res.redirect(303, paths.policy);
      return;
    }
    const policy = await policyOf(req);
    const { wanted, problems } = readPolicy(read, kinds, policy, req);
    if (problems.length > 0) {
      show(
        req,
        res.status(400),
        typedAll((kind) => typedIn(read, kind)),
        numbersIn(read),
        problems,
      );
      return;
    }
    const changed = changedIn(wanted, policy);
    const query = new URLSearchParams(fieldsOf(wanted)).toString();
    res.render('policy/effects', {
      t: messages(req).effectsPage,
      groups: await effectsOf(changed, officerOf(req).employer, now(), req),
      // No more than what changes here: a colleague may change the rest meanwhile.
      fields: fieldsOf(changed),
      back: `${paths.policy}?${query}`,
    });
  },

  async submit(req, res) {
    const read = inBody(req);
    const asked = kinds.filter((kind) => typedIn(read, kind).choice !== '');
    const policy = await policyOf(req);
    const whose = asked.length > 0 || isNumberIn(read) ? asked : kinds;
    const { wanted, problems } = readPolicy(read, whose, policy, req);
    if (problems.length > 0) {
      show(
        req,
        res.status(400),
        typedAll((kind) => typedIn(read, kind)),
        numbersIn(read),
        problems,
      );
      return;
    }
    const me = officerOf(req);
    const changed = changedIn(wanted, policy);
    const isChanged = Object.keys(changed).length > 0;
    if (isChanged) {
      await setPolicy(me.employer, changed, actorOf(req, me), now());
      await relay.bringEmployer(me.employer);
    }
    const t = messages(req).policyPage;
    redirectWithNotice(req, res, paths.policy, isChanged ? t.saved : t.unchanged, now());
  },
});
