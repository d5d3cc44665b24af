import { Command } from 'commander';
import { administrator } from '../changes/change.js';
import { changeDetails, type Details } from '../employer/change-details.js';
import { checked, employerId, newDetails } from '../employer/new-people.js';
import { Fatal } from '../fatal.js';
import { Employees, type Employee } from '../models/account.js';
import { Employers } from '../models/employer.js';
import { personName } from '../models/names.js';
import { run } from './run.js';

/** As it is typed; false where it is taken away. */
interface Wanted {
  initials?: string;
  prefix?: string | false;
  surname?: string;
  email?: string;
  birthDate?: string | false;
}

interface Options extends Wanted {
  employer: string;
  number: string;
  json?: boolean;
}

/** @throws Fatal where there is no such employer or employee */
async function find(employer: string, number: string): Promise<Employee> {
  const id = employerId(employer);
  if (!(await Employers.exists({ _id: id }))) throw new Fatal(`there is no employer ${employer}`);
  const numberKey = `${employer}:${number.trim()}`;
  const found = await Employees.findOne({ employer: id, numberKey }).lean<Employee>();
  if (!found) throw new Fatal('this employer has no employee with this number');
  return found;
}

const typed = (value?: string | false) => (value === false ? undefined : value);

/** @throws Fatal when nothing changes, or a value will not do */
function detailsWith(employee: Employee, { initials, prefix, surname, email, birthDate }: Wanted): Details {
  if ([initials, prefix, surname, email, birthDate].every((one) => one === undefined))
    throw new Fatal('say what changes: --initials, --prefix, --surname, --email or --birth-date');
  const all = { initials, prefix: typed(prefix), surname, email, birthDate: typed(birthDate) };
  const given = checked(newDetails, all);
  return {
    initials: given.initials ?? employee.initials,
    prefix: prefix === false ? undefined : (given.prefix ?? employee.prefix),
    surname: given.surname ?? employee.surname,
    email: given.email ?? employee.email,
    birthDate: birthDate === false ? undefined : (given.birthDate ?? employee.birthDate),
  };
}

export const changeCommand = new Command('change')
  .description('changes what is on record of an employee; what is not named stays')
  .requiredOption('--employer <id>', 'the id that "employer add" gave')
  .requiredOption('--number <number>', 'personnel number')
  .option('--initials <initials>')
  .option('--prefix <prefix>', 'such as "van"')
  .option('--no-prefix', 'there is none')
  .option('--surname <surname>')
  .option('--email <address>', 'where letters go; both addresses are told, and "Vier ogen" begins')
  .option('--birth-date <day>', 'such as 1980-01-31: the link of an invitation then asks it')
  .option('--no-birth-date', 'it is not known')
  .option('--json', 'answer with an object that has the id, and what changed')
  .action(({ employer, number, json = false, ...wanted }: Options) =>
    run(json, async ({ now, relay }) => {
      const employee = await find(employer, number);
      const details = detailsWith(employee, wanted);
      const changed = await changeDetails(employee, details, administrator, now());
      if (!changed) throw new Fatal('this employee was changed at the same moment: try again');
      await relay.bring(employee._id);
      const name = personName(details);
      return {
        sentence:
          changed.length === 0
            ? `Nothing changed for ${name}.`
            : `Changed for ${name}: ${changed.join(', ')}`,
        json: { id: employee._id.toString(), changed },
      };
    }),
  );
