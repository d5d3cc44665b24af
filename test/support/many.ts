import { Types } from 'mongoose';
import { Employees } from '../../src/models/account.js';
import { keysOf } from '../../src/models/employee-keys.js';
import { invited } from '../../src/models/invitation.js';
import { emailKey, usernameFields } from '../../src/models/names.js';

const surnames = ['Aalbers', 'de Boer', 'Çelik', 'Dijkstra', 'Jansen', 'van Wekkers', 'Yılmaz', 'Visser'];
const days = 24 * 60 * 60_000;

/** A state for each number, so that every filter has some. */
function stateOf(i: number, now: Date) {
  const since = new Date(now.getTime() - (i % 9) * days);
  const kinds = [
    { access: { state: 'none', since } },
    { access: invited(since), ...(i % 9 === 2 && { undelivered: since }) },
    { access: { state: 'active', since }, lastLoginAt: since },
    {
      access: { state: 'active', since },
      lastLoginAt: since,
      twoFactor: { state: 'on', secret: 'x', since, lastStep: 1 },
    },
    { access: { state: 'active', since } },
    { access: { state: 'blocked', since, before: 'active' } },
    {
      access: { state: 'active', since },
      lastLoginAt: since,
      codeTries: { wrong: 5, lockedUntil: new Date(now.getTime() + i) },
    },
    { access: { state: 'revoked', since } },
  ];
  return kinds[i % kinds.length];
}

/** Fills an employer with this many employees, in states of every kind. */
export async function fill(employer: Types.ObjectId, count: number, now: Date): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    const employees = Array.from({ length: Math.min(1000, count - from) }, (_, i) => {
      const number = String(from + i + 1);
      const [surname = '', ...before] = (surnames[(from + i) % surnames.length] ?? '').split(' ').reverse();
      const named = { employer, number, initials: 'P.J.', prefix: before[0], surname };
      const email = `w${number}@voorbeeld.nl`;
      return {
        _id: new Types.ObjectId(),
        ...named,
        ...keysOf(named),
        email,
        emailKey: emailKey(email),
        ...usernameFields(`w${number}.${employer.toString().slice(-6)}`),
        kind: 'employee',
        logins: [],
        changes: [],
        version: 0,
        twoFactor: { state: 'off' },
        codeTries: { wrong: 0 },
        ...stateOf(from + i, now),
      };
    });
    await Employees.collection.insertMany(employees);
  }
}
