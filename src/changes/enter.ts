import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import { isDuplicateKey } from '../models/duplicate-key.js';

/** Enters a change in the audit log, once. */
export async function enter(entry: AuditEntry): Promise<void> {
  try {
    await AuditEntries.create(entry);
  } catch (error) {
    // Entered by an earlier try, or by another process.
    if (!isDuplicateKey(error)) throw error;
  }
}
