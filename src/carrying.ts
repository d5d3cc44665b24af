import type { Types } from 'mongoose';
import type { Background } from './background.js';
import { Officers } from './models/account.js';
import type { Actor } from './models/change.js';

/** Milliseconds that what an officer confirmed is kept. */
export const keptOnceConfirmed = 30 * 24 * 60 * 60_000;
/** Milliseconds after which another process may take over a row: no row takes that long. */
export const lapse = 60_000;

/** What officers confirmed, carried out in the background. */
export interface Carrying {
  /** Begins with it, or goes on with it, unless this process is at it already. */
  carryOut(id: Types.ObjectId): void;
  /** Goes on with all that a killed process left. */
  sweep(): Promise<void>;
  /** Leaves off after the rows that are under way: another process, or the next start, goes on. */
  stop(): void;
}

interface Carried {
  /** What is confirmed, and not done. */
  underWay: () => Promise<{ _id: Types.ObjectId }[]>;
  /** Carries one out, up to its end or until it has to leave off. */
  goOn: (id: Types.ObjectId, isStopping: () => boolean) => Promise<void>;
}

export function createCarrying(background: Background, { underWay, goOn }: Carried): Carrying {
  const here = new Set<string>();
  let isStopping = false;

  const carrying: Carrying = {
    carryOut(id) {
      const key = id.toString();
      if (isStopping || here.has(key)) return;
      here.add(key);
      void background.run(goOn(id, () => isStopping)).then(() => here.delete(key));
    },
    async sweep() {
      for (const { _id } of await underWay()) carrying.carryOut(_id);
    },
    stop() {
      isStopping = true;
    },
  };
  return carrying;
}

/** Whether who confirmed it still has access: nothing is done in the name of who has not. */
export const isStillOfficer = async ({
  employer,
  by,
}: {
  employer: Types.ObjectId;
  by?: Actor;
}): Promise<boolean> =>
  by?.id !== undefined &&
  (await Officers.exists({ _id: by.id, employer, 'access.state': 'active' })) !== null;
