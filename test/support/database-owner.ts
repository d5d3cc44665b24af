import { openEmbedded } from '../../src/database/embedded.js';
import { progressOn } from '../../src/progress.js';

// A process that has the embedded database of a folder open until it is told to stop: the portal, for its database.
const [dataDir = ''] = process.argv.slice(2);
const server = await openEmbedded({
  dataDir,
  mongodBinary: process.env.MONGOD_BINARY,
  progress: progressOn(process.stderr),
  report: (sentence) => {
    console.log(sentence);
  },
});
const stayAlive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => {
  clearInterval(stayAlive);
  void server.stop();
});
console.log(`open at ${server.uri}`);
