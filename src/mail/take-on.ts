import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';

/** Milliseconds after which another process may take over a letter: longer than a try can take. */
const lapse = 12 * 60_000;

/** Takes a letter on, by its id: nobody else does meanwhile. @returns null when it is not due */
export const takeOn = ({ _id, tries }: OutgoingMail, now: Date): Promise<OutgoingMail | null> =>
  OutgoingMails.findOneAndUpdate(
    { _id, state: 'waiting', due: { $lte: now }, tries },
    { $set: { due: new Date(now.getTime() + lapse) }, $inc: { tries: 1 } },
    { returnDocument: 'after' },
  ).lean<OutgoingMail>();
