import { model, Schema } from 'mongoose';
import type { Employee, Officer } from './account-fields.js';
import { changeSchema } from './change.js';
import { listingIndexes } from './employee-listing.js';
import type { Read } from './keyset.js';
import { union } from './union.js';

export type * from './account-fields.js';

/** At most this many live logins for one account; the oldest ends. */
export const mostLogins = 20;

const access = union({
  none: ['since'],
  invited: ['since', 'until'],
  active: ['since'],
  blocked: ['before', 'by?', 'reason?', 'since'],
  revoked: ['since'],
});
const twoFactor = union({ off: [], on: ['lastStep', 'secret', 'since'] });

const accountSchema = new Schema(
  {
    employer: { type: Schema.Types.ObjectId, required: true },
    username: String,
    usernamePlain: String,
    passwordHash: String,
    email: { type: String, required: true },
    emailKey: { type: String, required: true },
    emailAsked: Schema.Types.ObjectId,
    previousEmails: { type: Schema.Types.Mixed },
    unconfirmedEmail: Schema.Types.Mixed,
    waiting: Schema.Types.Mixed,
    waitsUntil: Date,
    birthDate: String,
    birthDateTries: Number,
    access,
    undelivered: Date,
    closedAt: Date,
    twoFactor: { ...twoFactor, default: () => ({ state: 'off' }) },
    codeTries: { type: Schema.Types.Mixed, default: () => ({ wrong: 0 }) },
    recovery: Schema.Types.Mixed,
    logins: [new Schema({ id: String, since: Date, seen: Date, device: String }, { _id: false })],
    lastLoginAt: Date,
    language: String,
    version: { type: Number, default: 0 },
    changes: [changeSchema],
  },
  { versionKey: false, discriminatorKey: 'kind' },
);
accountSchema.index({ username: 1 }, { unique: true, sparse: true });
accountSchema.index({ emailKey: 1 });
accountSchema.index({ numberKey: 1 }, { unique: true, sparse: true });
// On this schema, not on those of its discriminators: mongoose makes no indexes of theirs together with these.
for (const [fields, options] of listingIndexes) accountSchema.index(fields, options);
// For who waits longest for an answer.
accountSchema.index({ employer: 1, kind: 1, 'access.state': 1, 'access.since': 1, _id: 1 });
// For what the portal does by itself.
accountSchema.index({ 'leaving.due': 1 }, { sparse: true });
// For what waits for a colleague.
accountSchema.index({ employer: 1, kind: 1, waitsUntil: 1 });
accountSchema.index({ employer: 1, kind: 1, name: 1, _id: 1 });

export const Accounts = model('Account', accountSchema, 'accounts');

const text = { type: String, required: true };

const employeeSchema = new Schema({
  number: text,
  initials: text,
  prefix: String,
  surname: text,
  detailsVersion: Number,
  leaving: Schema.Types.Mixed,
  numberKey: text,
  sortKey: text,
  numberOrder: text,
  numberPlain: text,
  namePlain: text,
  fullNamePlain: text,
});
export const Employees = Accounts.discriminator('Employee', employeeSchema, 'employee');

export const readEmployees: Read<Employee> = (condition, sort, limit) =>
  Employees.find(condition).sort(sort).limit(limit).lean<Employee[]>();

const officerSchema = new Schema({ name: text, role: String, added: Schema.Types.Mixed });

export const Officers = Accounts.discriminator('Officer', officerSchema, 'officer');

export const readOfficers: Read<Officer> = (condition, sort, limit) =>
  Officers.find(condition).sort(sort).limit(limit).lean<Officer[]>();
