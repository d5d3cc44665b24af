import { createHmac } from 'node:crypto';

/** Makes a name unreadable, the same each time. */
export type Hide = (name: string) => string;

/** Keys the names in the database, so that it does not list what people typed as their username. */
export const createHide =
  (key: Buffer): Hide =>
  (name) =>
    createHmac('sha256', key).update(name).digest('base64url');
