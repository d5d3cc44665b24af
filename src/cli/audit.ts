import { Command } from 'commander';
import { verify, type Why } from '../audit/verify.js';
import { employerId } from '../employer/new-people.js';
import { Fatal } from '../fatal.js';
import { Employers } from '../models/employer.js';
import { run } from './run.js';

export const auditCommand = new Command('audit').description('what happened at an employer');

const words: Record<Why, (number: number) => string> = {
  altered: (number) => `entry ${number} was altered`,
  missing: (number) => `entry ${number} is missing`,
  'out-of-order': (number) => `entry ${number} does not follow the one before it`,
  'cut-short': (number) => `entry ${number} and what came after it are missing`,
  'not-as-told': (number) =>
    `entry ${number} is not the one that the letter was about: the log was cut off, and grew again`,
  'summary-altered': (number) => `what sums up the entries that were cut off, up to ${number}, was altered`,
  'told-too-long-ago': (number) =>
    `entry ${number} was cut off since, because it is too old to be kept: take a letter from later`,
  'no-head': (number) => `what sums up ${number} entries is missing`,
};

interface VerifyOptions {
  employer: string;
  atLeast?: string;
  mac?: string;
  json?: boolean;
}

auditCommand
  .command('verify')
  .description('says whether the log of an employer is whole, and if not, where')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .option('--at-least <number>', 'how many entries there were at an earlier time')
  .option('--mac <seal>', 'the seal of the log then, as the letter of that week has it')
  .option('--json', 'answer with an object that has how many entries there are, and the hash of the last')
  .action(({ employer, atLeast, mac, json = false }: VerifyOptions) =>
    run(json, async ({ audit }) => {
      const id = employerId(employer);
      if (!(await Employers.exists({ _id: id }))) throw new Fatal(`there is no employer ${employer}`);
      if (!/^\d+$/.test(atLeast ?? '0')) throw new Fatal(`${String(atLeast)} is no number of entries`);
      if (mac !== undefined && atLeast === undefined) throw new Fatal('--mac goes with --at-least');
      if (mac !== undefined && !/^[0-9a-f]{64}$/.test(mac)) throw new Fatal(`${mac} is no seal`);
      const told = mac === undefined ? undefined : { count: Number(atLeast), mac };
      const verdict = await verify(id, audit.seal, told);
      if (!verdict.isWhole) throw new Fatal(words[verdict.why](verdict.number));
      const { first, entries, hash } = verdict;
      if (entries < Number(atLeast ?? 0))
        throw new Fatal(`there are ${entries} entries, and there were ${String(atLeast)} before`);
      const kept = first === 1 ? '' : `, of which those before ${first} are no longer kept`;
      return {
        sentence: `The log is whole: ${entries} entries${kept}, the last ${hash}.`,
        json: { first, entries, hash },
      };
    }),
  );
