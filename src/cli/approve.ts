import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { Fatal } from '../fatal.js';
import { decide, type Decision } from '../four-eyes/decide.js';
import { waitingAt, whoCanDecide, type Waiting } from '../four-eyes/waiting.js';
import { fullName } from '../models/names.js';
import { run } from './run.js';

export const approveCommand = new Command('approve').description(
  'what waits for a second person after a change of an e-mail address, where an employer has nobody else',
);

const inJson = ({ employee, email, action, request }: Waiting) => ({
  id: request._id.toString(),
  employer: employee.employer.toString(),
  employee: employee._id.toString(),
  action,
  askedBy: request.by.name,
  askedAt: request.at,
  emailFrom: email.from,
  emailTo: employee.email,
  emailChangedBy: email.by.map(({ name }) => name).join(', '),
  until: email.until,
});

const inWords = (waiting: Waiting) => {
  const { id, action, askedBy, emailFrom, emailTo, emailChangedBy } = inJson(waiting);
  const name = fullName(waiting.employee);
  return `${id}  ${action} for ${name}, asked by ${askedBy}; e-mail ${emailFrom} -> ${emailTo}, by ${emailChangedBy}`;
};

approveCommand
  .command('list')
  .description('lists what waits, at every employer')
  .option('--json', 'answer with an object that has the requests')
  .action(({ json = false }: { json?: boolean }) =>
    run(json, async ({ now }) => {
      const waiting = await waitingAt({}, now());
      return {
        sentence: waiting.map(inWords).join('\n') || 'Nothing waits.',
        json: { requests: waiting.map(inJson) },
      };
    }),
  );

const decides = (name: Decision, description: string, done: string) =>
  approveCommand
    .command(name)
    .description(description)
    .requiredOption('--request <id>', 'as "approve list" gives it')
    .option('--json', 'answer with an object that has the id')
    .action(({ request, json = false }: { request: string; json?: boolean }) =>
      run(json, async ({ now, relay }) => {
        const all = await waitingAt({}, now());
        const waiting = all.find((one) => one.request._id.toString() === request);
        if (!waiting) throw new Fatal('no such request waits');
        const [colleague] = await whoCanDecide(waiting);
        if (colleague) throw new Fatal(`${colleague.name}, an officer of the employer, decides this`);
        if (!(await decide(waiting, name, administrator, now()))) throw new Fatal('no such request waits');
        await relay.bring(waiting.employee._id);
        return { sentence: `${done}: ${inWords(waiting)}`, json: { id: request } };
      }),
    );

decides('confirm', 'does what was asked', 'Confirmed');
decides('refuse', 'ends the request; nothing changes', 'Refused');
