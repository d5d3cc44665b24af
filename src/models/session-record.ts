import { model, Schema } from 'mongoose';

// Written by connect-mongo; here for its index and for the sweep.
const schema = new Schema({ _id: String, expires: Date }, { versionKey: false });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const SessionRecords = model('SessionRecord', schema, 'sessions');
