import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress } from '../progress.js';
import { tryProgram, type Found } from './found.js';
import { runOwned } from './owned-process.js';

const project = fileURLToPath(new URL('../../embedded-mongodb', import.meta.url));
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
// Maven is silent while it fetches one file.
const MAX_BUILD_SILENCE_MS = 120_000;

/** Where the engine of exactly these sources is built: an older one, or a build that was killed, has another name. */
async function builtFile(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of ['pom.xml', 'EmbeddedMongo.java', 'UniqueIndex.java'])
    hash.update(await readFile(join(project, source)));
  return join(project, 'target', `embedded-mongodb-${hash.digest('hex').slice(0, 12)}.jar`);
}

export async function builtJavaEngine(): Promise<Found> {
  const path = await builtFile();
  if (!existsSync(path)) return { whyNot: 'it is not built' };
  const found = await tryProgram(java, '-version');
  return 'whyNot' in found ? found : { path };
}

export async function buildJavaEngine(progress: Progress): Promise<Found> {
  const path = await builtFile();
  await mkdir(join(project, 'target'), { recursive: true });
  const output = await mkdtemp(join(project, 'target', 'build-'));
  try {
    const whyNot = await progress('Building the database with Maven', () =>
      runOwned(['mvn', '-B', '-f', project, 'package', `-Doutput=${output}`], {
        maxSilenceMs: MAX_BUILD_SILENCE_MS,
      }),
    );
    if (whyNot !== undefined) return { whyNot: `Maven did not build it (${whyNot})` };
    await rename(join(output, 'embedded-mongodb.jar'), path);
    return { path };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

export const javaCommand = (jar: string, port: number, folder: string): string[] => [
  ...[java, '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError'],
  ...['-Dslf4j.internal.verbosity=ERROR', '-jar', jar, `${port}`, folder],
];
