import { model, Schema, type Types } from 'mongoose';
import type { Actor, Detail } from './change.js';

/** What would happen to a row: somebody new, something else on record, nothing, or it cannot be taken. */
export type RowOutcome = 'new' | 'changed' | 'same' | 'refused';
export const rowOutcomes: RowOutcome[] = ['new', 'changed', 'same', 'refused'];

/**
 * Why a row is refused: a column with what is wrong with it, or the row as a whole; when it was carried out, because the
 * employee was changed meanwhile, the officer had lost their access, or it failed.
 */
export type RowProblem = Detail | 'number' | 'twice' | 'columns' | 'meanwhile' | 'officer-gone' | 'failed';

/** A file of employees that an officer sent, and has yet to confirm. */
export interface Import {
  _id: Types.ObjectId;
  employer: Types.ObjectId;
  officer: Types.ObjectId;
  state: 'waiting' | 'confirmed' | 'done';
  /** Who confirmed it. */
  by?: Actor;
  /** Once it is confirmed: a process has it until then. */
  until?: Date;
  expires: Date;
}

/** A row of it: a document of its own, so that what was done stays done when a process is killed. */
export interface ImportRow {
  /** Also that of the account that it makes, or of the change: a second time is the same one. */
  _id: Types.ObjectId;
  import: Types.ObjectId;
  employer: Types.ObjectId;
  /** As a spreadsheet counts: the header is 1. */
  line: number;
  number: string;
  /** What the file has; a column that it does not have is absent, an empty one is ''. */
  values: Partial<Record<Detail, string>>;
  outcome: RowOutcome;
  /** Of somebody who is changed: which, and the account's versions when the officer looked. */
  details?: Detail[];
  version?: number;
  detailsVersion?: number;
  problems?: RowProblem[];
  /** Whether it was carried out. */
  done: boolean;
  expires: Date;
}

const id = { type: Schema.Types.ObjectId, required: true };

const importSchema = new Schema<Import>(
  {
    employer: id,
    officer: id,
    state: { type: String, required: true },
    by: Schema.Types.Mixed,
    until: Date,
    expires: Date,
  },
  { versionKey: false },
);
importSchema.index({ state: 1 });
importSchema.index({ expires: 1 }, { expireAfterSeconds: 0 });
export const Imports = model('Import', importSchema, 'imports');

const rowSchema = new Schema<ImportRow>(
  {
    import: id,
    employer: id,
    line: { type: Number, required: true },
    number: { type: String, default: '' },
    values: { type: Schema.Types.Mixed, default: () => ({}) },
    outcome: { type: String, required: true },
    details: { type: [String], default: undefined },
    version: Number,
    detailsVersion: Number,
    problems: { type: [String], default: undefined },
    done: { type: Boolean, required: true },
    expires: Date,
  },
  { versionKey: false, minimize: false },
);
rowSchema.index({ import: 1, outcome: 1, line: 1 });
rowSchema.index({ import: 1, line: 1 });
rowSchema.index({ expires: 1 }, { expireAfterSeconds: 0 });
export const ImportRows = model('ImportRow', rowSchema, 'import-rows');
