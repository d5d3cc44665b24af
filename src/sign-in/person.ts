import type { Request } from 'express';
import { date } from '../dates.js';
import type { Reading } from '../language.js';
import { fullName } from '../models/names.js';
import { roleOf } from '../models/role.js';
import { paths } from '../paths.js';
import type { Person } from '../web/locals.js';
import { messages as web } from '../web/messages.js';
import { messages } from './messages.js';
import { isSignedIn, type SignedInVisitor } from './visitor.js';

const { twoFactor, changePassword, explanation, employees, coverage, log, officers, policy, security } =
  paths;

function menu(visitor: SignedInVisitor, reader: Reading): Person['menu'] {
  const { layout } = web(reader);
  const help = { path: explanation, name: layout.explanation };
  const setUp = { path: twoFactor, name: layout.twoFactor };
  if (visitor.stage === 'held-up') {
    const first = { path: changePassword, name: layout.changePassword };
    return [visitor.duty === 'choose-password' ? first : setUp, help];
  }
  const { account } = visitor;
  const isOfficer = account.kind === 'officer';
  const isBeheerder = isOfficer && roleOf(account) === 'beheerder';
  return [
    ...(isOfficer
      ? [
          { path: employees, name: layout.employees },
          { path: coverage, name: layout.coverage },
          { path: log, name: layout.log },
        ]
      : []),
    ...(isBeheerder
      ? [
          { path: officers, name: layout.officers },
          { path: policy, name: layout.policy },
        ]
      : []),
    { path: security, name: layout.security },
    setUp,
  ];
}

function reminder(visitor: SignedInVisitor, reader: Reading): string | undefined {
  const t = messages(reader).policy;
  if (visitor.stage === 'signed-in')
    return visitor.twoFactorFrom && t.requiredFrom(date(visitor.twoFactorFrom, reader));
  return visitor.duty === 'set-up-two-factor' ? t.setUpFirst : undefined;
}

/** Who is signed in, as the head of every page shows them. */
export function personOf(req: Request): Person | undefined {
  const { visitor } = req;
  if (!isSignedIn(visitor)) return undefined;
  return {
    name: fullName(visitor.account),
    menu: menu(visitor, req),
    isHeldUp: visitor.stage === 'held-up',
    reminder: reminder(visitor, req),
  };
}
