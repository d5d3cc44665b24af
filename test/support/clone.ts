import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// What a clone does not have. The Java engine stays: building it is not what these tests are about.
const made = ['.git', '.run', 'dist', 'node_modules', 'var', '.env'].map((name) => join(root, name));

/** This project as somebody finds it after `git clone`, in a folder of its own. */
export async function clone(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'loket-clone-')));
  await cp(root, folder, { recursive: true, filter: (file) => !made.includes(file) });
  return folder;
}

/** Makes a node_modules with what is installed here, by reference. */
export async function installPackages(nodeModules: string): Promise<void> {
  const installed = join(root, 'node_modules');
  await mkdir(nodeModules);
  const names = await readdir(installed);
  for (const name of names.filter((name) => name !== '.package-lock.json')) {
    await symlink(join(installed, name), join(nodeModules, name));
  }
  await cp(join(installed, '.package-lock.json'), join(nodeModules, '.package-lock.json'));
}

export const removeClone = (folder: string) => rm(folder, { recursive: true });

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
