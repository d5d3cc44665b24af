import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { addOfficer } from '../employer/add-people.js';
import { givenReason } from '../employer/new-people.js';
import { unblockOfficer } from '../employer/unblock-officer.js';
import { Fatal } from '../fatal.js';
import { isRole, roles } from '../models/role.js';
import { added, passwordFromStdin, run } from './run.js';

interface Options {
  employer: string;
  username: string;
  email: string;
  name: string;
  role: string;
  json?: boolean;
}

const refusals = {
  unknown: 'no officer has this username',
  'not-blocked': 'this officer has not blocked their own access',
};

export const officerCommand = new Command('officer').description("officers: an employer's HR people");

officerCommand
  .command('add')
  .description('adds an officer, who can log in at once')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .requiredOption('--username <name>', 'to log in with')
  .requiredOption('--email <address>', 'where letters go')
  .requiredOption('--name <name>', 'as others see it')
  .option(
    '--role <role>',
    `${roles.join(' or ')}: a medewerker changes no policy and no colleagues`,
    'beheerder',
  )
  .requiredOption('--password-stdin', 'read the password from standard input')
  .option('--json', 'answer with an object that has the id')
  .action(({ employer, username, email, name, role, json = false }: Options) =>
    run(json, async ({ now, relay, passwords }) => {
      if (!isRole(role)) throw new Fatal(`${role} is no role: say ${roles.join(' or ')}`);
      const login = { username, password: await passwordFromStdin() };
      const id = await addOfficer({ employer, email, name, role, login }, administrator, now(), passwords);
      await relay.bring(id);
      return added('Officer', id);
    }),
  );

officerCommand
  .command('unblock')
  .description('invites an officer again who blocked their own access')
  .requiredOption('--username <name>', 'whose')
  .requiredOption('--reason <text>', 'how you know who it is; kept in the log')
  .option('--json', 'answer with an object that has the id')
  .action(({ username, reason, json = false }: { username: string; reason: string; json?: boolean }) =>
    run(json, async ({ now, relay }) => {
      const outcome = await unblockOfficer(username, givenReason(reason), now());
      if (typeof outcome === 'string') throw new Fatal(refusals[outcome]);
      await relay.bring(outcome);
      return { sentence: `${username} is invited again, by letter.`, json: { id: outcome.toString() } };
    }),
  );
