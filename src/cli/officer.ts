import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { addOfficer } from '../employer/add-people.js';
import { added, passwordFromStdin, run } from './run.js';

interface Options {
  employer: string;
  username: string;
  email: string;
  name: string;
  json?: boolean;
}

export const officerCommand = new Command('officer').description("officers: an employer's HR people");

officerCommand
  .command('add')
  .description('adds an officer, who can log in at once')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .requiredOption('--username <name>', 'to log in with')
  .requiredOption('--email <address>', 'where letters go')
  .requiredOption('--name <name>', 'as others see it')
  .requiredOption('--password-stdin', 'read the password from standard input')
  .option('--json', 'answer with an object that has the id')
  .action(({ employer, username, email, name, json = false }: Options) =>
    run(json, async ({ now, relay, passwords }) => {
      const login = { username, password: await passwordFromStdin() };
      const id = await addOfficer({ employer, email, name, login }, administrator, now(), passwords);
      await relay.bring(id);
      return added('Officer', id);
    }),
  );
