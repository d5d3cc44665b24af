import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession } from 'playwright-core';
import { readPage } from '../page.js';
import { phone, type Screen } from '../screen.js';

const here = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const inPage = ['in-page.js', 'layout.js', 'focus.js'].map(here).join('\n');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** At 1280 by 1024, a zoom of 200 % leaves half of it to lay the page out on, and one of 400 % a quarter. */
const sizes = {
  phone,
  desktop: { width: 1280, height: 1024 },
  'desktop at 200 %': { width: 640, height: 512 },
  'desktop at 400 %': { width: 320, height: 256 },
};

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** What can be wrong with a page, as the name of its test. */
export const checks = {
  html: 'is valid HTML, with one h1 and labelled fields',
  axe: 'has nothing that axe finds, in light and in dark mode',
  layout: 'fits on a phone, a desktop, and at 200 % and 400 %, all of it to be reached',
  order: 'reads in the order that it stands in',
  targets: 'has targets of 24 by 24',
  spacing: 'keeps all text when people space it out',
  forced: 'keeps its edges and icons in forced colours',
  keyboard: 'goes by Tab in order, with a focus that shows and is never hidden',
  errors: 'says in its title what is wrong, and puts the focus there',
} as const;

export type Check = keyof typeof checks;
export type Findings = Record<Check, string[]>;

/** Looks at pages, one after the other, on one screen. */
export class Look {
  private constructor(
    private readonly screen: Screen,
    private readonly devtools: CDPSession,
  ) {}

  static async on(screen: Screen): Promise<Look> {
    const devtools = await screen.page.context().newCDPSession(screen.page);
    await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
    return new Look(screen, devtools);
  }

  private ask<T>(question: string): Promise<T> {
    return this.screen.page.evaluate<T>(`looks.${question}()`);
  }

  /** Everything that is wrong with what stands on the screen. It is left as it was. */
  async over(): Promise<Findings> {
    const { page } = this.screen;
    const html = await this.html();
    await page.evaluate(inPage);
    const errors = this.screen.isFresh ? await this.ask<string[]>('arrival') : [];
    const findings = {
      html,
      errors,
      axe: await this.axe(),
      ...(await this.atEachSize()),
      targets: await this.ask<string[]>('small'),
      spacing: await this.spacedOut(),
      forced: await this.inForcedColours(),
      keyboard: await this.byKeyboard(),
    };
    return findings;
  }

  private async html(): Promise<string[]> {
    const { status, body } = await this.screen.source();
    return readPage(status, this.screen.path, body).then(
      () => [],
      (error: unknown) => [String(error)],
    );
  }

  /** Asked of axe, which waits for timers: the page may run them while it works. */
  private async axe(): Promise<string[]> {
    const { page } = this.screen;
    const found: string[] = [];
    await this.devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(
        ...(await page.evaluate<string[]>(
          `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
              '${colorScheme}: ' + id + ' ' + target + ' ' + failureSummary)))`,
        )),
      );
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await this.devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
    return found;
  }

  private async atEachSize(): Promise<Pick<Findings, 'layout' | 'order'>> {
    const layout: string[] = [];
    const order: string[] = [];
    for (const [size, viewport] of Object.entries(sizes)) {
      await this.screen.page.setViewportSize(viewport);
      for (const question of ['wide', 'cut', 'overlapping', 'unreachable'])
        layout.push(...(await this.ask<string[]>(question)).map((fault) => `${size}: ${fault}`));
      order.push(...(await this.ask<string[]>('disordered')).map((fault) => `${size}: ${fault}`));
    }
    await this.screen.page.setViewportSize(phone);
    return { layout, order };
  }

  private async spacedOut(): Promise<string[]> {
    const { page } = this.screen;
    const found: string[] = [];
    await page.evaluate(
      `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(spacing)}); document.adoptedStyleSheets = [sheet]; })()`,
    );
    for (const viewport of [phone, sizes.desktop]) {
      await page.setViewportSize(viewport);
      for (const question of ['wide', 'cut', 'overlapping'])
        found.push(
          ...(await this.ask<string[]>(question)).map((fault) => `${viewport.width} wide: ${fault}`),
        );
    }
    await page.evaluate('document.adoptedStyleSheets = []; undefined');
    await page.setViewportSize(phone);
    return found;
  }

  private async inForcedColours(): Promise<string[]> {
    const { page } = this.screen;
    const found: string[] = [];
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      found.push(...(await this.ask<string[]>('faint')).map((fault) => `${colorScheme}: ${fault}`));
    }
    await page.emulateMedia({ forcedColors: 'none' });
    return found;
  }

  private async byKeyboard(): Promise<string[]> {
    const { page } = this.screen;
    const stops = await this.ask<number>('stops');
    const found: string[] = [];
    const met: { index: number; name: string }[] = [];
    // Once round, wherever the focus was: every stop, and the link that skips the head. In between, nothing has it.
    for (let presses = 0; met.length <= stops && presses <= stops + 2; presses++) {
      await page.keyboard.press('Tab');
      const focused = await this.ask<{ index: number; name: string; faults: string[] } | null>('focused');
      if (!focused) continue;
      met.push(focused);
      found.push(...focused.faults);
    }
    const first = met.findIndex(({ index }) => index === -1);
    const round = [...met.slice(first), ...met.slice(0, first)];
    return [
      ...found,
      ...round.flatMap(({ index, name }, i) =>
        index === i - 1 ? [] : [`${name} has the focus at stop ${i}`],
      ),
    ];
  }
}
