import type { Config } from '../config.js';
import type { Progress } from '../progress.js';
import { connect, disconnect } from './connect.js';
import { openEmbedded } from './embedded.js';

export interface Database {
  isEmbedded: boolean;
  /** Disconnects; then ends the embedded server, where this process started it. */
  close(): Promise<void>;
}

/**
 * The database of the settings: `MONGODB_URI`, or else the embedded server.
 * @param report hears in a sentence what befalls the embedded server while it is in use
 * @throws Fatal when there is none, or it does not answer
 */
export async function openDatabase(
  config: Config,
  progress: Progress,
  report: (sentence: string) => void,
): Promise<Database> {
  if (config.mongodbUri !== undefined) {
    await connect(config.mongodbUri);
    return { isEmbedded: false, close: disconnect };
  }
  const { dataDir, mongodBinary } = config;
  const server = await openEmbedded({ dataDir, mongodBinary, progress, report });
  const close = async () => {
    await disconnect();
    await server.stop();
  };
  try {
    await connect(server.uri);
  } catch (error) {
    await close();
    throw error;
  }
  return { isEmbedded: true, close };
}
