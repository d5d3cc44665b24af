import type { BatchAction } from '../models/batch.js';

/** The actions by their names in a form, in the order in which they are offered. */
export const batchActions = {
  verstrekken: 'grant',
  herinneren: 'send-invitation-again',
  gebruikersnaam: 'send-username',
  blokkeren: 'block',
  deblokkeren: 'unblock',
} as const satisfies Record<string, BatchAction>;

export type BatchName = keyof typeof batchActions;

export const isBatchName = (name: string): name is BatchName => Object.hasOwn(batchActions, name);
