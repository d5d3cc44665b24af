import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { addEmployer } from '../employer/add-people.js';
import { employerId } from '../employer/new-people.js';
import { Employers, type Employer } from '../models/employer.js';
import { Fatal } from '../fatal.js';
import { setPolicy } from '../policy/set-policy.js';
import { setStyle } from '../house-style/set-style.js';
import { policyHelp, readDaysAfterLeaving, readLogMonths, readPolicy, tellPolicy } from './policy.js';
import { added, run, type Answer } from './run.js';
import { colourHelp, logoHelp, readStyle, tellStyle, type StyleOptions } from './style.js';

export const employerCommand = new Command('employer').description('employers');

interface AddOptions extends StyleOptions {
  name: string;
  contact?: string;
  employees: string;
  officers: string;
  json?: boolean;
}

employerCommand
  .command('add')
  .description('adds an employer, and says its id')
  .requiredOption('--name <name>', 'as employees know it')
  .option('--contact <line>', 'whom employees call who cannot log in')
  .option('--employees <policy>', `two-factor of employees: ${policyHelp}`, 'optional')
  .option('--officers <policy>', 'two-factor of officers: the same', 'required')
  .option('--colour <colour>', colourHelp)
  .option('--logo <file>', logoHelp)
  .option('--json', 'answer with an object that has the id')
  .action(({ name, contact, employees, officers, json = false, ...style }: AddOptions) =>
    run(json, async ({ now, relay }) => {
      const policy = { employee: readPolicy(employees), officer: readPolicy(officers) };
      const wanted = await readStyle(style);
      const id = await addEmployer({ name, contact }, policy);
      if (Object.keys(wanted).length > 0) await setStyle(id, wanted, administrator, now());
      await relay.bringEmployer(id);
      return added('Employer', id);
    }),
  );

employerCommand
  .command('list')
  .description('lists the employers, with their ids')
  .option('--json', 'answer with an object that has the employers')
  .action(({ json = false }: { json?: boolean }) =>
    run(json, async () => {
      const employers = await Employers.find().sort({ name: 1, _id: 1 }).lean<Employer[]>();
      return {
        sentence:
          employers
            .map(({ _id, name, policy }) => `${_id.toString()}  ${name}: ${tellPolicy(policy)}`)
            .join('\n') || 'There are no employers yet.',
        json: {
          employers: employers.map(({ _id, name, policy }) => ({ id: _id.toString(), name, policy })),
        },
      };
    }),
  );

interface PolicyOptions {
  employer: string;
  employees?: string;
  officers?: string;
  afterLeaving?: string;
  keepLog?: string;
  json?: boolean;
}

employerCommand
  .command('policy')
  .description(
    'says of whom two-factor is asked, from when, for how long who left has access, and for how long the log is kept',
  )
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .option('--employees <policy>', policyHelp)
  .option('--officers <policy>', 'the same')
  .option('--after-leaving <days>', 'for how many days who left can still log in')
  .option('--keep-log <months>', 'for how many months the log is kept')
  .option('--json', 'answer with an object that has the policy')
  .action(({ employer, employees, officers, afterLeaving, keepLog, json = false }: PolicyOptions) =>
    run(json, async ({ now, relay }): Promise<Answer> => {
      if ([employees, officers, afterLeaving, keepLog].every((option) => option === undefined))
        throw new Fatal('say what changes: --employees, --officers, --after-leaving or --keep-log');
      const wanted = {
        ...(employees !== undefined && { employee: readPolicy(employees) }),
        ...(officers !== undefined && { officer: readPolicy(officers) }),
        ...(afterLeaving !== undefined && { daysAfterLeaving: readDaysAfterLeaving(afterLeaving) }),
        ...(keepLog !== undefined && { logMonths: readLogMonths(keepLog) }),
      };
      const changed = await setPolicy(employerId(employer), wanted, administrator, now());
      if (!changed) throw new Fatal(`there is no employer ${employer}`);
      await relay.bringEmployer(changed._id);
      const { name, policy } = changed;
      return { sentence: `${name}: ${tellPolicy(policy)}`, json: { ...policy } };
    }),
  );

interface StyleCommandOptions extends StyleOptions {
  employer: string;
  json?: boolean;
}

employerCommand
  .command('style')
  .description("sets the colour and the logo of an employer's pages")
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .option('--colour <colour>', `${colourHelp}; "none" for the portal's own`)
  .option('--logo <file>', `${logoHelp}; "none" for no logo`)
  .option('--json', 'answer with an object that has the style')
  .action(({ employer, json = false, ...style }: StyleCommandOptions) =>
    run(json, async ({ now, relay }): Promise<Answer> => {
      const wanted = await readStyle(style);
      if (Object.keys(wanted).length === 0) throw new Fatal('say what changes: --colour, --logo or both');
      const changed = await setStyle(employerId(employer), wanted, administrator, now());
      if (!changed) throw new Fatal(`there is no employer ${employer}`);
      await relay.bringEmployer(changed._id);
      return {
        sentence: `${changed.name}: ${tellStyle(changed.style)}`,
        json: { colour: changed.style?.colour ?? null, logo: changed.style?.logo ?? null },
      };
    }),
  );
