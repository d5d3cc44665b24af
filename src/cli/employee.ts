import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { addEmployee } from '../employer/add-people.js';
import { Fatal } from '../fatal.js';
import { changeCommand } from './change-employee.js';
import { added, passwordFromStdin, run } from './run.js';

interface Options {
  employer: string;
  number: string;
  initials: string;
  prefix?: string;
  surname: string;
  email: string;
  birthDate?: string;
  username?: string;
  passwordStdin?: boolean;
  json?: boolean;
}

async function loginOf({ username, passwordStdin = false }: Options) {
  if ((username !== undefined) !== passwordStdin) {
    throw new Fatal('--username and --password-stdin go together: give both, or neither');
  }
  return username === undefined ? undefined : { username, password: await passwordFromStdin() };
}

export const employeeCommand = new Command('employee').description('employees').addCommand(changeCommand);

employeeCommand
  .command('add')
  .description('adds an employee: with a username and password, or without access yet')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .requiredOption('--number <number>', 'personnel number, unique for this employer')
  .requiredOption('--initials <initials>')
  .option('--prefix <prefix>', 'such as "van"')
  .requiredOption('--surname <surname>')
  .requiredOption('--email <address>', 'where letters go')
  .option('--birth-date <day>', 'such as 1980-01-31: the link of an invitation then asks it')
  .option('--username <name>', 'to log in with')
  .option('--password-stdin', 'read the password from standard input')
  .option('--json', 'answer with an object that has the id')
  .action((options: Options) =>
    run(options.json ?? false, async ({ now, relay, passwords }) => {
      const { employer, number, initials, prefix, surname, email, birthDate } = options;
      const login = await loginOf(options);
      const id = await addEmployee(
        { employer, number, initials, prefix, surname, email, birthDate, login },
        administrator,
        now(),
        passwords,
      );
      await relay.bring(id);
      return added('Employee', id);
    }),
  );
