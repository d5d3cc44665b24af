import type { Browser, Page, Response } from 'playwright-core';

/** A phone's, as most people hold one. */
export const phone = { width: 360, height: 740 };

/** Somebody at a real browser without JavaScript. */
export class Screen {
  /** Whether the page is as it came: nothing on it was touched. */
  isFresh = true;
  #answer: Response | undefined;

  private constructor(
    private readonly address: string,
    readonly page: Page,
  ) {
    page.on('response', (answer) => {
      if (answer.request().isNavigationRequest()) this.#answer = answer;
    });
  }

  static async of(browser: Browser, address: string): Promise<Screen> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: phone,
      locale: 'nl-NL',
    });
    return new Screen(address, await context.newPage());
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    this.isFresh = true;
  }

  /** Presses a button by its words, all or the first ones, after filling in fields by their labels. */
  async press(button: string | RegExp, fields: Record<string, string> = {}): Promise<void> {
    for (const [label, typed] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(typed);
    }
    await this.arriveBy(this.page.getByRole('button', { name: button, exact: true }).first());
  }

  /** Follows a link by its words: the first, where more lead to the same page. */
  async follow(words: string): Promise<void> {
    await this.arriveBy(this.page.getByRole('link', { name: words, exact: true }).first());
  }

  /** Opens what is folded, by the words that stay. */
  async unfold(words: string): Promise<void> {
    await this.page.locator('summary', { hasText: words }).click();
    this.isFresh = false;
  }

  async openMenu(): Promise<void> {
    await this.page.locator('header summary').click();
    this.isFresh = false;
  }

  /** The page as it was sent. */
  async source(): Promise<{ status: number; body: string }> {
    if (!this.#answer) throw new Error('no page was opened');
    return { status: this.#answer.status(), body: await this.#answer.text() };
  }

  /** Whether the page answers a form that was not accepted: it has no address of its own. */
  get isAnswerToForm(): boolean {
    return this.#answer?.request().method() === 'POST';
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async arriveBy(what: ReturnType<Page['locator']>): Promise<void> {
    const arrival = this.page.waitForEvent('load');
    await what.click();
    await arrival;
    this.isFresh = true;
  }
}
