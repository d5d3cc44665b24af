import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import { isDuplicateKey } from '../models/duplicate-key.js';

/** Enters a change in the audit log, once. @returns whether it was not in it yet */
export async function enter(entry: AuditEntry): Promise<boolean> {
  try {
    await AuditEntries.create(entry);
    return true;
  } catch (error) {
    // Entered by an earlier try, or by another process.
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
