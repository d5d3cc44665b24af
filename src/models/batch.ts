import { model, Schema, type Types } from 'mongoose';
import type { Access } from './account.js';
import type { Actor } from './change.js';

/** What an officer can do for many at once: all but what asks who each of them is. */
export type BatchAction = 'grant' | 'send-invitation-again' | 'send-username' | 'block' | 'unblock';

/**
 * What would become of a row, and became of it: it is done, or a colleague has to confirm it; or it is not done: there
 * is no such button in the employee's state, the state changed meanwhile, too many letters today, or the officer lost
 * their access.
 */
export const batchOutcomes = [
  'done',
  'waits',
  'no-button',
  'meanwhile',
  'too-many-letters',
  'officer-gone',
] as const;
export type BatchOutcome = (typeof batchOutcomes)[number];

/** The same action for many employees, which an officer asked for and perhaps confirmed. */
export interface Batch {
  _id: Types.ObjectId;
  employer: Types.ObjectId;
  officer: Types.ObjectId;
  action: BatchAction;
  at: Date;
  state: 'planned' | 'running' | 'done';
  /** Who confirmed it, and why. */
  by?: Actor;
  reason?: string;
  expires: Date;
}

/** One employee of it: a document of its own, so that what was done stays done when a process is killed. */
export interface BatchRow {
  /** Also that of the change that it makes: a second time is the same one. */
  _id: Types.ObjectId;
  batch: Types.ObjectId;
  employer: Types.ObjectId;
  account: Types.ObjectId;
  line: number;
  number: string;
  name: string;
  /** The employee's access when the officer looked. */
  access: Access['state'] | 'closed';
  outcome: BatchOutcome;
  /** Whether it has yet to be carried out. */
  isLeft: boolean;
  /** A process has it until then. */
  until: Date;
  expires: Date;
}

const id = { type: Schema.Types.ObjectId, required: true };
const text = { type: String, required: true };
const moment = { type: Date, required: true };

const batchSchema = new Schema<Batch>(
  {
    employer: id,
    officer: id,
    action: text,
    at: moment,
    state: text,
    by: Schema.Types.Mixed,
    reason: String,
    expires: moment,
  },
  { versionKey: false },
);
batchSchema.index({ employer: 1, at: -1 });
batchSchema.index({ state: 1 });
batchSchema.index({ expires: 1 }, { expireAfterSeconds: 0 });
export const Batches = model('Batch', batchSchema, 'batches');

const rowSchema = new Schema<BatchRow>(
  {
    batch: id,
    employer: id,
    account: id,
    line: { type: Number, required: true },
    number: { type: String, default: '' },
    name: { type: String, default: '' },
    access: text,
    outcome: text,
    isLeft: { type: Boolean, required: true },
    until: moment,
    expires: moment,
  },
  { versionKey: false },
);
rowSchema.index({ batch: 1, outcome: 1, line: 1 });
rowSchema.index({ batch: 1, isLeft: 1, line: 1 });
rowSchema.index({ batch: 1, line: 1 });
rowSchema.index({ expires: 1 }, { expireAfterSeconds: 0 });
export const BatchRows = model('BatchRow', rowSchema, 'batch-rows');
