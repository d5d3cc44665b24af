import { load } from 'cheerio';
import { isConnected } from '../../../src/database/connect.js';
import { Accounts } from '../../../src/models/account.js';
import { squeeze } from '../page.js';
import type { Screen } from '../screen.js';

/** The page as an English reader has it; undefined where it cannot be asked for again. */
export async function inEnglish(screen: Screen): Promise<string | undefined> {
  if (screen.isAnswerToForm || !isConnected()) return undefined;
  await Accounts.updateMany({}, { language: 'en' });
  const answer = await screen.page.request.get(screen.page.url(), { headers: { 'Accept-Language': 'en' } });
  await Accounts.updateMany({}, { language: 'nl' });
  const $ = load(await answer.text());
  // What just happened was said in the language of that moment.
  $('.notice, footer form').remove();
  return squeeze($('body').text());
}
