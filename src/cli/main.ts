import { Command } from 'commander';
import { approveCommand } from './approve.js';
import { auditCommand } from './audit.js';
import { employeeCommand } from './employee.js';
import { employerCommand } from './employer.js';
import { mailCommand } from './mail.js';
import { officerCommand } from './officer.js';
import { secretsCommand } from './secrets.js';
import { twoFactorCommand } from './two-factor.js';

const program = new Command('loket')
  .description("The administrator's commands. They work beside a running portal and without one.")
  .addCommand(employerCommand)
  .addCommand(officerCommand)
  .addCommand(employeeCommand)
  .addCommand(twoFactorCommand)
  .addCommand(approveCommand)
  .addCommand(mailCommand)
  .addCommand(auditCommand)
  .addCommand(secretsCommand);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
