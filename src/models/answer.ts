import { model, Schema } from 'mongoose';

/** The answer to a form that may be posted again: a finger taps twice on a slow line. */
export interface Answer {
  /** An HMAC of the old session's cookie and the whole form. */
  _id: string;
  /** Absent while the form is still being dealt with. Only who posts the same form can open it. */
  sealed?: string;
  expires: Date;
}

const schema = new Schema<Answer>({ _id: String, sealed: String, expires: Date }, { versionKey: false });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const Answers = model('Answer', schema, 'answers');
