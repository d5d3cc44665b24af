import type { Request } from 'express';
import { date } from '../dates.js';
import { fullName } from '../models/names.js';
import { paths } from '../paths.js';
import type { Person } from '../web/locals.js';
import { layout } from '../web/messages.js';
import { policy as t } from './messages.js';
import { isSignedIn, type SignedInVisitor } from './visitor.js';

const { twoFactor, changePassword, explanation, employees, security } = paths;

function menu(visitor: SignedInVisitor): Person['menu'] {
  const help = { path: explanation, name: layout.explanation };
  const setUp = { path: twoFactor, name: layout.twoFactor };
  if (visitor.stage === 'held-up') {
    const first = { path: changePassword, name: layout.changePassword };
    return [visitor.duty === 'choose-password' ? first : setUp, help];
  }
  const isOfficer = visitor.account.kind === 'officer';
  return [
    ...(isOfficer ? [{ path: employees, name: layout.employees }] : []),
    { path: security, name: layout.security },
    setUp,
  ];
}

function reminder(visitor: SignedInVisitor): string | undefined {
  if (visitor.stage === 'signed-in')
    return visitor.twoFactorFrom && t.requiredFrom(date(visitor.twoFactorFrom));
  return visitor.duty === 'set-up-two-factor' ? t.setUpFirst : undefined;
}

/** Who is signed in, as the head of every page shows them. */
export const personOf = ({ visitor }: Request): Person | undefined =>
  isSignedIn(visitor)
    ? {
        name: fullName(visitor.account),
        menu: menu(visitor),
        isHeldUp: visitor.stage === 'held-up',
        reminder: reminder(visitor),
      }
    : undefined;
