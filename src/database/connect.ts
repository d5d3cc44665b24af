import mongoose from 'mongoose';
import { Fatal } from '../fatal.js';
import { Accounts } from '../models/account.js';
import { Answers } from '../models/answer.js';
import { AuditHeads } from '../models/audit-head.js';
import { AuditLetters } from '../models/audit-letter.js';
import { AuditSummaries } from '../models/audit-summary.js';
import { AuditEntries } from '../models/audit-entry.js';
import { Batches, BatchRows } from '../models/batch.js';
import { CoverageDays } from '../models/coverage-day.js';
import { Employers } from '../models/employer.js';
import { ImportRows, Imports } from '../models/import.js';
import { Limits } from '../models/limit.js';
import { Links } from '../models/link.js';
import { Logos } from '../models/logo.js';
import { OutgoingMails } from '../models/outgoing-mail.js';
import { PasswordRequests } from '../models/password-request.js';
import { SessionRecords } from '../models/session-record.js';
import { Waits } from '../models/wait.js';

const models = [
  Accounts,
  Answers,
  AuditEntries,
  AuditHeads,
  AuditLetters,
  AuditSummaries,
  Batches,
  BatchRows,
  CoverageDays,
  Employers,
  Imports,
  ImportRows,
  Limits,
  Links,
  Logos,
  OutgoingMails,
  PasswordRequests,
  SessionRecords,
  Waits,
];

const withoutPassword = (uri: string) => uri.replace(/\/\/.*@/, '//').replace(/\?.*/, '');

/**
 * Connects mongoose, and makes the indexes that uniqueness and speed rest on.
 * @throws Fatal when no MongoDB answers at the address within 5 seconds
 */
export async function connect(uri: string): Promise<void> {
  // What the models check on documents, they check on updates too.
  mongoose.set('runValidators', true);
  try {
    await mongoose.connect(uri, {
      autoIndex: false,
      autoCreate: false,
      // Somebody waits for the page: a database that is away is told within seconds, not after half a minute.
      bufferCommands: false,
      serverSelectionTimeoutMS: 5_000,
      // The driver looks every 10 seconds whether a server is back; nobody should wait that long for one that is.
      heartbeatFrequencyMS: 1_000,
      connectTimeoutMS: 5_000,
      socketTimeoutMS: 30_000,
    });
  } catch (error) {
    throw new Fatal(
      `MongoDB does not answer at ${withoutPassword(uri)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  for (const model of models) await model.createIndexes();
}

// mongoose's readyState also calls a database away that was not heard of for two heartbeats: a busy portal has no time to
// listen for a moment. What it emits is about the database alone.
let connected = false;
mongoose.connection
  .on('connected', () => {
    connected = true;
  })
  .on('disconnected', () => {
    connected = false;
  });

export const isConnected = (): boolean => connected;

export const disconnect = (): Promise<void> => mongoose.disconnect();
