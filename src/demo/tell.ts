import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoLogin } from './demo.js';

const columns = (rows: string[][]): string => {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, i) => cell.padEnd(width(i)))
          .join('   ')
          .trimEnd()}\n`,
    )
    .join('');
};

const table = (logins: DemoLogin[]) =>
  columns([
    ['Who', 'Username', 'Password'],
    ...logins.map(({ who, username, password }) => [who, username, password]),
  ]);

/** Shows the demo's passwords on a terminal; elsewhere they would stay in a log, and go to an owner-only file. */
export async function tellDemo(logins: DemoLogin[], dataDir: string, out: NodeJS.WriteStream): Promise<void> {
  const intro = '\nA demo was made: the employer Wekkers B.V. Log in with:\n\n';
  if (out.isTTY) {
    out.write(`${intro}${table(logins)}\n`);
    return;
  }
  const file = join(dataDir, 'demo.txt');
  // A file that stands there keeps its rights.
  await rm(file, { force: true });
  await writeFile(file, table(logins), { mode: 0o600 });
  out.write(
    `${intro}${columns(logins.map(({ who, username }) => [who, username]))}\nTheir passwords are in ${file}\n\n`,
  );
}
