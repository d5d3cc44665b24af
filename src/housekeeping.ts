import { cutOffLogs } from './audit/cut-off.js';
import { tellOfLogs } from './audit/weekly-letter.js';
import { coverageNotes } from './coverage/note.js';
import { sweep } from './database/sweep.js';
import type { Deps } from './deps.js';
import { carryOutLeavings } from './leaving/carry-out.js';
import { answerRequests } from './my-account/forgotten-password.js';
import { sweepStaffChanges } from './officers/change-staff.js';

const everyMinute = 60_000;

/**
 * Clears away what has expired, and brings on what a killed process left behind: now, and every minute.
 * @returns stops it, and waits for what is under way
 */
export function startHousekeeping(deps: Deps): () => Promise<void> {
  const { now, log, relay, outbox, batches, imports } = deps;
  const noteCoverage = coverageNotes(now);
  const steps = [
    () => sweep(now()),
    () => sweepStaffChanges(log),
    () => relay.sweep(),
    () => answerRequests(deps),
    () => noteCoverage(),
    () => carryOutLeavings(deps),
    () => batches.sweep(),
    () => imports.sweep(),
    () => cutOffLogs(deps),
    () => tellOfLogs(deps),
  ];
  const clean = async () => {
    // What goes wrong with one leaves the others their turn.
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        log.warn({ err: error }, 'housekeeping failed, will be tried again');
      }
    }
    // Nothing else waits for a slow mail server: who has left is without access in time.
    void outbox.sweep();
  };
  let underWay = clean();
  const timer = setInterval(() => {
    underWay = underWay.then(clean);
  }, everyMinute);
  return async () => {
    clearInterval(timer);
    batches.stop();
    imports.stop();
    outbox.stop();
    await underWay;
    await relay.settled();
  };
}
