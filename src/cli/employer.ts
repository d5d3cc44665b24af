import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { addEmployer } from '../employer/add-people.js';
import { employerId } from '../employer/new-people.js';
import { Fatal } from '../fatal.js';
import { setPolicy } from '../policy/set-policy.js';
import { policyHelp, readPolicy, tellPolicy } from './policy.js';
import { added, run, type Answer } from './run.js';

export const employerCommand = new Command('employer').description('employers');

interface AddOptions {
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
  .option('--json', 'answer with an object that has the id')
  .action(({ name, contact, employees, officers, json = false }: AddOptions) =>
    run(json, async () => {
      const policy = { employee: readPolicy(employees), officer: readPolicy(officers) };
      return added('Employer', await addEmployer({ name, contact }, policy));
    }),
  );

interface PolicyOptions {
  employer: string;
  employees?: string;
  officers?: string;
  json?: boolean;
}

employerCommand
  .command('policy')
  .description('says of whom two-factor is asked, and from when')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .option('--employees <policy>', policyHelp)
  .option('--officers <policy>', 'the same')
  .option('--json', 'answer with an object that has the policy')
  .action(({ employer, employees, officers, json = false }: PolicyOptions) =>
    run(json, async ({ now }): Promise<Answer> => {
      if (employees === undefined && officers === undefined)
        throw new Fatal('say what changes: --employees, --officers or both');
      const wanted = {
        ...(employees !== undefined && { employee: readPolicy(employees) }),
        ...(officers !== undefined && { officer: readPolicy(officers) }),
      };
      const changed = await setPolicy(employerId(employer), wanted, administrator, now());
      if (!changed) throw new Fatal(`there is no employer ${employer}`);
      const { name, policy } = changed;
      return { sentence: `${name}: ${tellPolicy(policy)}`, json: { ...policy } };
    }),
  );
