import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

/** The log: a line of JSON for each event, with its time in UTC. */
export const createLog = (level: 'debug' | 'info' | 'warn', destination: DestinationStream): Logger =>
  pino({ level, timestamp: stdTimeFunctions.isoTime }, destination);
