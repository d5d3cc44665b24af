import { load } from 'cheerio';

/** A form in which somebody types names to learn who has an account. */
export interface GuessedForm {
  path: string;
  fields: (name: string) => Record<string, string>;
}

/** Somebody who sends a form again and again with one name. */
export class Guesser {
  private cookie = '';

  constructor(
    private readonly address: string,
    private readonly form: GuessedForm,
    private readonly name: string,
  ) {}

  /** @returns what the page says, also where the form leads on to it, and how long the answer to the form took */
  async guess(): Promise<{ answer: string; milliseconds: number }> {
    const body = new URLSearchParams({ _csrf: await this.openForm(), ...this.form.fields(this.name) });
    const headers = { Cookie: this.cookie };
    const start = performance.now();
    const response = await fetch(this.address + this.form.path, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });
    const html = await response.text();
    const milliseconds = performance.now() - start;
    const next = response.headers.get('location');
    const page = next === null ? html : await (await fetch(this.address + next, { headers })).text();
    const answer = `${response.status} ${load(page)('main').text().replace(/\s+/g, ' ')}`;
    return { answer, milliseconds };
  }

  private async openForm(): Promise<string> {
    const response = await fetch(this.address + this.form.path, { headers: { Cookie: this.cookie } });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return String(load(await response.text())('input[name=_csrf]').attr('value'));
  }
}
