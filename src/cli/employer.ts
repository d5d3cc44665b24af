import { Command } from 'commander';
import { addEmployer } from '../employer/add-people.js';
import { added, run } from './run.js';

export const employerCommand = new Command('employer').description('employers');

employerCommand
  .command('add')
  .description('adds an employer, and says its id')
  .requiredOption('--name <name>', 'as employees know it')
  .option('--contact <line>', 'whom employees call who cannot log in')
  .option('--json', 'answer with an object that has the id')
  .action(({ name, contact, json = false }: { name: string; contact?: string; json?: boolean }) =>
    run(json, async () => added('Employer', await addEmployer({ name, contact }))),
  );
