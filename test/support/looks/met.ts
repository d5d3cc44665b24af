import { createRequire } from 'node:module';
import { load } from 'cheerio';
import type { Language } from '../../../src/language.js';
import { filesIn, root } from '../files.js';
import { squeeze } from '../page.js';
import { routesOf } from '../routes.js';
import type { Portal } from '../app.js';
import type { Screen } from '../screen.js';
import { selectorsOf } from '../style-rules.js';
import { inEnglish } from './english.js';
import { sentencesOf } from './sentences.js';

// Express takes the one that is not a module: the other has a cache of its own.
const ejs = createRequire(import.meta.url)('ejs') as typeof import('ejs');

const pageSentences = (language: Language) =>
  sentencesOf(filesIn('src', `/${language}.ts`).filter((file) => !file.includes('mail')));

/** What a tour came by, and what it missed. */
export class Met {
  private readonly paths = new Set<string>();
  private readonly words: string[] = [];
  private readonly english = new Map<string, string>();
  private readonly unused: Set<string>;

  constructor(sheet: string) {
    ejs.clearCache();
    this.unused = new Set(selectorsOf(sheet));
  }

  async note(screen: Screen): Promise<void> {
    this.paths.add(screen.path);
    const $ = load((await screen.source()).body);
    const attributes = $('*')
      .toArray()
      .flatMap((el) => Object.values($(el).attr() ?? {}));
    this.words.push(squeeze([$.root().text(), ...attributes].join(' ')));
    for (const file of $('a[href*=".csv"]').toArray())
      await this.download(screen, $(file).attr('href') ?? '');
    const english = await inEnglish(screen);
    if (english !== undefined) this.english.set(screen.path, english);
    const matched = await screen.page.evaluate<string[]>(
      `${JSON.stringify([...this.unused])}.filter((selector) => document.querySelector(selector))`,
    );
    for (const selector of matched) this.unused.delete(selector);
  }

  private async download(screen: Screen, path: string): Promise<void> {
    const answer = await screen.page.request.get(new URL(path, screen.page.url()).href);
    this.paths.add(path);
    this.words.push(answer.headers()['content-disposition'] ?? '', squeeze(await answer.text()));
  }

  missedSelectors(): string[] {
    return [...this.unused];
  }

  /** Addresses that somebody can open. */
  missedRoutes(portal: Portal): string[] {
    const isMet = (path: string) => {
      const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
      return [...this.paths].some((met) => pattern.test(met));
    };
    const routes = routesOf(portal).filter(({ method }) => method === 'get');
    return [...new Set(routes.map(({ path }) => path))].filter((path) => !isMet(path));
  }

  missedViews(): string[] {
    const cache = ejs.cache as unknown as { get: (file: string) => unknown };
    return filesIn('views', '.ejs').filter((file) => cache.get(root + file) === undefined);
  }

  /** Of what stands in the messages beside the pages. */
  async missedSentences(): Promise<string[]> {
    const all = this.words.join('\n');
    return (await pageSentences('nl')).filter((sentence) => !all.includes(sentence));
  }

  /** Dutch on the pages of an English reader. */
  async dutchInEnglish(): Promise<string[]> {
    const english = (await pageSentences('en')).join('\n');
    const dutch = (await pageSentences('nl')).filter(
      (sentence) => sentence.length > 8 && !english.includes(sentence),
    );
    return [...this.english].flatMap(([path, text]) =>
      dutch.filter((sentence) => text.includes(sentence)).map((sentence) => `${path}: ${sentence}`),
    );
  }
}
