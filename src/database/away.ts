import { mongo, Error as MongooseErrors } from 'mongoose';

/** Whether something failed only because the database does not answer. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoTopologyClosedError ||
  error instanceof mongo.MongoClientClosedError ||
  error instanceof MongooseErrors.MongooseServerSelectionError;
