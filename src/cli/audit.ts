import { Command } from 'commander';
import { verify, type Verdict } from '../audit/verify.js';
import { employerId } from '../employer/new-people.js';
import { Fatal } from '../fatal.js';
import { Employers } from '../models/employer.js';
import { run } from './run.js';

export const auditCommand = new Command('audit').description('what happened at an employer');

type Why = Extract<Verdict, { isWhole: false }>['why'];

const words: Record<Why, (number: number) => string> = {
  altered: (number) => `entry ${number} was altered`,
  missing: (number) => `entry ${number} is missing`,
  'out-of-order': (number) => `entry ${number} does not follow the one before it`,
  'cut-short': (number) => `entry ${number} and what came after it are missing`,
  'no-head': (number) => `what sums up ${number} entries is missing`,
};

auditCommand
  .command('verify')
  .description('says whether the log of an employer is whole, and if not, where')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .option('--json', 'answer with an object that has how many entries there are')
  .action(({ employer, json = false }: { employer: string; json?: boolean }) =>
    run(json, async ({ audit }) => {
      const id = employerId(employer);
      if (!(await Employers.exists({ _id: id }))) throw new Fatal(`there is no employer ${employer}`);
      const verdict = await verify(id, audit.seal);
      if (!verdict.isWhole) throw new Fatal(words[verdict.why](verdict.number));
      const { entries } = verdict;
      return { sentence: `The log is whole: ${entries} entries.`, json: { entries } };
    }),
  );
