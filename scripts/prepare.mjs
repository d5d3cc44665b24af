import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone, othersMarks, putMark } from './marks.mjs';
import { runStep, Stop } from './steps.mjs';

const installedFile = 'node_modules/.package-lock.json';
const stampFile = 'dist/.stamp';
const freshDist = '.run/dist';

const packagesIn = (file) =>
  Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([path]) => path);

/** Whether the packages are the lock file's. npm writes its own list of them last, so a killed install has none. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = new Map(packagesIn(installedFile));
  return packagesIn('package-lock.json').every(([path, wanted]) => {
    const found = installed.get(path);
    // Optional packages for other systems are left out.
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity && existsSync(path);
  });
}

async function install() {
  const [running] = await othersMarks('running');
  if (running) {
    throw new Stop(
      `Packages must be installed, but process ${running.pid} runs from this folder: stop it first.`,
    );
  }
  rmSync(installedFile, { force: true });
  await runStep('Installing packages', ['npm', 'ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Changes when anything changes that the build is made from. */
function sourceStamp() {
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

async function build() {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // Aside and then in place as a whole: a killed build leaves nothing that looks complete, nor files of deleted sources.
  rmSync(freshDist, { recursive: true, force: true });
  await runStep('Building', ['node_modules/.bin/tsc', '-p', 'tsconfig.build.json', '--outDir', freshDist]);
  writeFileSync(join(freshDist, '.stamp'), stamp);
  rmSync('dist', { recursive: true, force: true });
  renameSync(freshDist, 'dist');
}

/** Installs and builds what is missing or out of date, and marks this folder as in use until this process ends. */
export const prepare = (wanted) =>
  alone('preparing', async () => {
    if (!isInstalled()) await install();
    if (wanted.build) await build();
    await putMark('running');
  });
