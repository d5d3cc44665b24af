// What runs before anything is installed: on Node's own modules, each import after the check of its version.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Werknemerloket needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const { existsSync } = await import('node:fs');
const { fileURLToPath } = await import('node:url');
const { prepare } = await import('./prepare.mjs');
const { Stop } = await import('./steps.mjs');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [command, ...args] = process.argv.slice(2);

try {
  await prepare({ build: !['test', 'pictures'].includes(command) });
  if (command === 'test') {
    const { test } = await import('./test.mjs');
    process.exitCode = await test(args);
  } else if (command === 'pictures') {
    const { register } = await import('tsx/esm/api');
    register();
    await import('../test/support/pictures.ts');
  } else {
    if (existsSync('.env')) process.loadEnvFile('.env');
    process.argv.splice(1, 2, command);
    await import(command === 'start' ? '../dist/server.js' : '../dist/cli/main.js');
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
