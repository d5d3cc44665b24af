import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { previewLetters } from '../mail/preview.js';
import { languages } from '../language.js';
import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';
import { run } from './run.js';

export const mailCommand = new Command('mail').description('letters');

const line = ({ state, to, change, tries, since, refusal }: OutgoingMail) =>
  [
    state,
    to,
    change.action,
    tries === 1 ? '1 try' : `${tries} tries`,
    `since ${since.toISOString()}`,
    refusal ?? '',
  ]
    .filter(Boolean)
    .join('  ');

mailCommand
  .command('list')
  .description('lists letters that wait for the mail server, or failed')
  .option('--json', 'answer with an object that has the letters')
  .action(({ json = false }: { json?: boolean }) =>
    run(json, async () => {
      const letters = await OutgoingMails.find({ state: { $in: ['waiting', 'failed'] } })
        .sort({ since: 1 })
        .lean<OutgoingMail[]>();
      return {
        sentence: letters.length === 0 ? 'No letters wait, and none failed.' : letters.map(line).join('\n'),
        json: {
          letters: letters.map(({ state, to, change, tries, since, refusal }) => ({
            state,
            to,
            about: change.action,
            tries,
            since,
            refusal,
          })),
        },
      };
    }),
  );

mailCommand
  .command('preview')
  .description('writes an example of every letter to files, as text and as HTML')
  .requiredOption('--to <folder>', 'where')
  .action(async ({ to }: { to: string }) => {
    for (const language of languages) {
      const folder = join(to, language);
      await mkdir(folder, { recursive: true });
      const letters = previewLetters(language);
      for (const { id, subject, text, html } of letters) {
        await writeFile(join(folder, `${id}.txt`), `${subject}\n\n${text}`);
        await writeFile(join(folder, `${id}.html`), html);
      }
      process.stdout.write(`${letters.length} letters are in ${folder}\n`);
    }
  });
