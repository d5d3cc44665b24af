import { Types } from 'mongoose';
import { clock } from '../../../src/dates.js';
import { CoverageDays, coverageDay } from '../../../src/models/coverage-day.js';
import type { Portal } from '../app.js';
import { fill } from '../many.js';
import { anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

async function* coverage(portal: Portal, screen: Screen) {
  const employer = new Types.ObjectId(await anEmployer());
  await signIn(screen, await anOfficer(portal, employer.toString()));
  await screen.open('/werkgever/dekking');
  yield 'coverage-nobody';
  await fill(employer, 80, portal.now());
  await CoverageDays.insertMany(
    Array.from({ length: 120 }, (_, i) => {
      const at = new Date(portal.now().getTime() - (120 - i) * 24 * 60 * 60_000);
      return coverageDay(employer, clock(at).slice(0, 10), { active: 40, withTwoFactor: Math.floor(i / 6) });
    }),
  );
  await portal.pass({ seconds: 11 });
  await screen.open('/werkgever/dekking');
  yield 'coverage';
  await screen.page.locator('details:not(.person) > summary').click();
  yield 'coverage-table';
  await screen.follow('1 jaar');
  yield 'coverage-year';
}

export const coverageStories: Story[] = [
  { name: 'an officer looking how many are protected', walk: coverage },
];
