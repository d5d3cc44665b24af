import { model, Schema } from 'mongoose';

// Written by rate-limiter-flexible; here for its indexes and for the sweep.
const schema = new Schema({ key: String, points: Number, expire: Date }, { versionKey: false });
schema.index({ key: 1 }, { unique: true });
schema.index({ expire: 1 }, { expireAfterSeconds: 0 });

export const Limits = model('Limit', schema, 'limits');
