import type { Portal } from '../app.js';
import { password, type Person } from '../people.js';
import type { Screen } from '../screen.js';

/** Somebody's way through the portal. */
export interface Story {
  /** What they do. */
  name: string;
  /** Goes from page to page; each name that it yields is of what stands on the screen at that moment. */
  walk: (portal: Portal, screen: Screen) => AsyncGenerator<string>;
}

export async function signIn(screen: Screen, { username }: Person, typed = password): Promise<void> {
  await screen.open('/inloggen');
  await screen.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: typed });
}

export async function signOut(screen: Screen): Promise<void> {
  await screen.openMenu();
  await screen.press('Uitloggen');
}

/** Makes the page too old: the token of its forms is nobody's. */
export async function growOld({ page }: Screen): Promise<void> {
  await page.evaluate(`for (const one of document.getElementsByName('_csrf')) one.value = 'van gisteren'`);
}
