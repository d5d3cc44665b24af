import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fatal } from '../fatal.js';
import type { Progress } from '../progress.js';
import { buildJavaEngine, builtJavaEngine, javaCommand } from './find-java-engine.js';
import { cachedMongod, downloadMongod, mongodCommand, namedMongod } from './find-mongod.js';
import type { Found } from './found.js';

/** A MongoDB server that can be started on a data folder. */
export interface Engine {
  name: string;
  command: (port: number) => string[];
}

/** Each engine's files are its own: neither reads the other's. */
const engines = {
  mongod: { name: 'mongod', folder: 'mongodb', command: mongodCommand },
  java: { name: 'Java engine', folder: 'mongodb-java', command: javaCommand },
};

type Kind = keyof typeof engines;

interface Way {
  kind: Kind;
  how: string;
  find: () => Promise<Found>;
}

const waysOut = `Ways out:
  install mongod and put it on the PATH, or name it in MONGOD_BINARY
  set MONGODB_URI to a MongoDB server of your own
  let this machine reach https://fastdl.mongodb.org, to download mongod from
  install a JDK (17 or newer) and Maven, to build the Java engine with`;

async function kindsInUse(dataDir: string): Promise<Kind[]> {
  const kinds: Kind[] = [];
  for (const kind of Object.keys(engines) as Kind[]) {
    const files = await readdir(join(dataDir, engines[kind].folder)).catch(() => []);
    if (files.length > 0) kinds.push(kind);
  }
  return kinds;
}

/**
 * The first MongoDB server that this machine offers, of the kind that the data folder was begun with.
 * @throws Fatal that names the ways out, when there is none
 */
export async function findEngine(
  dataDir: string,
  mongodBinary: string | undefined,
  progress: Progress,
): Promise<Engine> {
  const inUse = await kindsInUse(dataDir);
  if (inUse.length > 1) {
    const folders = inUse.map((kind) => join(dataDir, engines[kind].folder));
    throw new Fatal(
      `There are two databases, ${folders.join(' and ')}: move away the one that is not meant.`,
    );
  }
  const ways: Way[] = [
    { kind: 'mongod', how: 'mongod', find: () => namedMongod(mongodBinary) },
    { kind: 'mongod', how: 'a downloaded mongod', find: cachedMongod },
    { kind: 'java', how: 'the Java engine', find: builtJavaEngine },
    { kind: 'mongod', how: 'a mongod to download', find: () => downloadMongod(progress) },
    { kind: 'java', how: 'the Java engine to build', find: () => buildJavaEngine(progress) },
  ];
  const problems: string[] = [];
  for (const { kind, how, find } of ways) {
    if (inUse.length > 0 && !inUse.includes(kind)) continue;
    const found = await find();
    if ('whyNot' in found) {
      problems.push(`${how}: ${found.whyNot}`);
      continue;
    }
    const { name, folder, command } = engines[kind];
    const files = join(dataDir, folder);
    await mkdir(files, { recursive: true, mode: 0o700 });
    return { name, command: (port) => command(found.path, port, files) };
  }
  const wanted =
    inUse[0] === undefined ? 'database' : `${engines[inUse[0]].name}, which ${dataDir} was begun with,`;
  throw new Fatal(
    `There is no ${wanted} to start.\n${problems.map((line) => `  ${line}\n`).join('')}${waysOut}`,
  );
}
