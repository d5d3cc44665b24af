import assert from 'node:assert/strict';
import type { Express } from 'express';
import supertest, { type Response, type Test } from 'supertest';
import { readPage, squeeze, type Page } from './page.js';

/** A browser without JavaScript: keeps cookies, follows redirects, and fills in forms by what stands on the page. */
export class Browser {
  /** Set-Cookie keeps these; a test may lift one out, as a thief would. */
  readonly cookies = new Map<string, string>();
  /** Where and with what status each answer came, redirects too. */
  readonly history: { status: number; path: string }[] = [];
  userAgent = '';
  /** The languages that it asks for; '' for none. */
  languages = '';
  /** Everything that came, as it came: headers and pages. */
  readonly seen: string[] = [];
  /** Where it is, as a proxy in front of the portal says; '' without a proxy. */
  address = '';
  /** Of the last answer. */
  lastHeaders: Record<string, string> = {};
  #page: Page | undefined;

  /** @param portal the app itself, or the address at which a process of it listens; another process may take over */
  constructor(public portal: Express | string) {}

  /** The page in front of the person. */
  get page(): Page {
    assert.ok(this.#page, 'a page was opened');
    return this.#page;
  }

  /** Goes back to a page that still stands in another tab. */
  set page(page: Page) {
    this.#page = page;
  }

  async open(path: string): Promise<Page> {
    return this.arrive(path, await this.withCookies(supertest(this.portal).get(path)));
  }

  /** Presses a button by its words, after filling in fields by their labels. */
  async press(button: string, fields: Record<string, string> = {}): Promise<Page> {
    const { form, action } = this.form(button);
    for (const [label, typed] of Object.entries(fields)) {
      const input = this.field(label);
      // Of a choice the label says it all.
      const isChoice = input.attr('type') === 'radio';
      form.set(input.attr('name') ?? '', isChoice ? (input.attr('value') ?? '') : typed);
    }
    return this.post(action, form.toString());
  }

  /** Ticks the boxes with these labels, or with labels that say a number behind it. */
  tick(...labels: string[]): void {
    const { $ } = this.page;
    const all = $('label')
      .toArray()
      .map((label) => squeeze($(label).text()));
    for (const label of labels) {
      const whole = all.find((one) => one.replace(/ \(\d+\)$/, '') === label);
      this.field(whole ?? label).attr('checked', '');
    }
  }

  /** Follows a link by its words. */
  async follow(words: string): Promise<Page> {
    const { $ } = this.page;
    const link = $('a').filter((_, a) => squeeze($(a).text()) === words);
    const targets = new Set(link.toArray().map((a) => $(a).attr('href') ?? ''));
    assert.equal(targets.size, 1, `"${words}" on ${this.page.path} leads to one page`);
    return this.open([...targets].join(''));
  }

  /** Posts whatever is given, as a hand-made request would. */
  async post(
    path: string,
    body: string | Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const request = this.withCookies(supertest(this.portal).post(path)).type('form').set(headers);
    return this.arrive(path, await request.send(body));
  }

  /** The text of a file behind a link, as it was sent. */
  async download(path: string): Promise<string> {
    const { status, text } = await this.withCookies(supertest(this.portal).get(path));
    assert.equal(status, 200);
    return text;
  }

  /** Chooses a file in the page's form, and sends it. */
  async upload(button: string, field: string, file: Buffer, name: string): Promise<Page> {
    const { form, action } = this.form(button);
    const request = this.withCookies(supertest(this.portal).post(action));
    for (const [one, value] of form) if (one !== field) void request.field(one, value);
    return this.arrive(action, await request.attach(field, file, name));
  }

  /** The token of the page's first form, and with it all that a form needs to be accepted. */
  get token(): string {
    return this.page.$('input[name=_csrf]').first().attr('value') ?? '';
  }

  private withCookies(request: Test): Test {
    void request.set('User-Agent', this.userAgent);
    if (this.languages !== '') void request.set('Accept-Language', this.languages);
    if (this.address !== '') void request.set('X-Forwarded-For', this.address);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookies === '' ? request : request.set('Cookie', cookies);
  }

  private form(button: string) {
    const { $, path } = this.page;
    const found = $('button').filter((_, b) => squeeze($(b).text()) === button);
    assert.equal(found.length, 1, `one button "${button}" on ${path}`);
    const owner = found.attr('form');
    const form = owner === undefined ? found.closest('form') : $(`form#${owner}`);
    const fields = form
      .find('input:not([type=checkbox]:not([checked]), [type=radio]:not([checked]))')
      .toArray()
      .map((input): [string, string] => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']);
    const name = found.attr('name');
    if (name !== undefined) fields.push([name, found.attr('value') ?? '']);
    return { form: new URLSearchParams(fields), action: form.attr('action') ?? path };
  }

  private field(label: string) {
    const { $, path } = this.page;
    const found = $('label').filter((_, l) => squeeze($(l).text()) === label);
    assert.equal(found.length, 1, `one field "${label}" on ${path}`);
    return $(`#${found.attr('for') ?? ''}`);
  }

  private async arrive(path: string, response: Response): Promise<Page> {
    this.lastHeaders = response.headers;
    this.seen.push(`${JSON.stringify(response.headers)}\n${response.text}`);
    this.history.push({ status: response.status, path });
    for (const cookie of (response.headers['set-cookie'] ?? []) as unknown as string[]) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name ?? '', value ?? '');
    }
    const { location } = response.headers as { location?: string };
    if (response.status >= 300 && response.status < 400 && location !== undefined) return this.open(location);
    this.#page = await readPage(response.status, path, response.text);
    return this.#page;
  }
}
