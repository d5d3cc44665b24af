import { Types } from 'mongoose';
import { PNG } from 'pngjs';
import { administrator } from '../../../src/changes/change.js';
import { readLogo } from '../../../src/house-style/logo.js';
import { setStyle } from '../../../src/house-style/set-style.js';
import type { Portal } from '../app.js';
import { anEmployee, anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

const logo = () => {
  const image = new PNG({ width: 320, height: 80 });
  image.data.fill(120);
  return readLogo(PNG.sync.write(image));
};

async function* stranger(_: Portal, screen: Screen) {
  await screen.open('/toegankelijkheid');
  yield 'accessibility';
}

async function* employee(portal: Portal, screen: Screen) {
  const employer = await anEmployer('Bakkerij De Gouden Korenaar', 'personeelszaken, 020 123 45 67');
  const id = new Types.ObjectId(employer);
  // As light as a colour may be: what is derived from it is at its limits too.
  await setStyle(id, { colour: '#767676', logo: logo() }, administrator, portal.now());
  await signIn(screen, await anEmployee(portal, employer));
  yield 'home-house-style';
  await screen.open('/2-factor-authenticatie');
  yield 'setup-house-style';
  await screen.follow('Toegankelijkheid');
  yield 'accessibility-house-style';

  await screen.page.context().clearCookies();
  await signIn(screen, await anOfficer(portal, employer));
  yield 'home-officer-house-style';
}

export const houseStyleStories: Story[] = [
  { name: 'reading the accessibility statement', walk: stranger },
  { name: 'working for an employer with a colour and a logo', walk: employee },
];
