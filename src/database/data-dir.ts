import { constants } from 'node:fs';
import { access, mkdir, realpath } from 'node:fs/promises';
import { Fatal } from '../fatal.js';

/**
 * Makes the folder for everything that the portal keeps, closed to other users of the machine.
 * @returns its real path
 * @throws Fatal when nothing can be written there
 */
export async function makeDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw new Fatal(
      `DATA_DIR, the folder ${dataDir}, is not writable (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
