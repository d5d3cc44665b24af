import { Command } from 'commander';
import { Fatal } from '../fatal.js';
import { employeeCommand } from './employee.js';
import { employerCommand } from './employer.js';
import { officerCommand } from './officer.js';
import { secretsCommand } from './secrets.js';
import { twoFactorCommand } from './two-factor.js';

const program = new Command('loket')
  .description("The administrator's commands. They work beside a running portal and without one.")
  .addCommand(employerCommand)
  .addCommand(officerCommand)
  .addCommand(employeeCommand)
  .addCommand(twoFactorCommand)
  .addCommand(secretsCommand);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Fatal)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 1;
}
