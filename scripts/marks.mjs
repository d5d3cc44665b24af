import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { step } from './steps.mjs';

// A mark is a socket that its process listens on: when that is killed, the system closes it, and nobody mistakes the
// next process with the same id for it. The path is relative because systems allow some 100 characters.
const folder = '.run';

function remove(file) {
  try {
    unlinkSync(file);
  } catch (error) {
    // Another process that looked at the same moment was first.
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Puts up a mark, until it is taken down or this process ends. @returns the function that takes it down */
export async function putMark(name) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}.${process.pid}.${randomUUID().slice(0, 8)}`;
  const lines = new Set();
  const server = createServer((line) => {
    lines.add(line.unref());
    line.on('error', () => line.destroy());
  });
  // Under its name only when it answers: others remove marks that do not.
  server.listen(`${file}.new`).unref();
  await once(server, 'listening');
  renameSync(`${file}.new`, file);
  const take = () => remove(file);
  process.once('exit', take);
  return () => {
    process.off('exit', take);
    take();
    server.close();
    for (const line of lines) line.destroy();
  };
}

/** The live marks of this name, but for this process's own: whose they are, and the connection that lives as long. */
export async function othersMarks(name) {
  const found = [];
  for (const file of readdirSync(folder)) {
    const [ofName, pid, , isNew] = file.split('.');
    if (ofName !== name || Number(pid) === process.pid || isNew) continue;
    const line = connect(`${folder}/${file}`);
    const isLive = await once(line, 'connect').then(
      () => true,
      () => false,
    );
    if (isLive) found.push({ pid, line: line.unref() });
    else remove(`${folder}/${file}`);
  }
  return found;
}

/** Does work while no other process in this folder does work of this name; waits for it to end. */
export async function alone(name, work) {
  for (;;) {
    const takeDown = await putMark(name);
    const [other] = await othersMarks(name);
    if (!other) {
      try {
        return await work();
      } finally {
        takeDown();
      }
    }
    takeDown();
    const gone = once(other.line.ref(), 'close');
    await step(`Waiting for process ${other.pid}, which prepares this folder`, () => gone);
    // Two that came at the same moment both stepped back: the next time one of them comes first.
    await sleep(Math.random() * 100);
  }
}
