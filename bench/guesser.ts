import { load } from 'cheerio';

/** Somebody who tries wrong passwords for one username. */
export class Guesser {
  private cookie = '';

  constructor(
    private readonly address: string,
    private readonly username: string,
  ) {}

  /** @returns what the page says, and how long the answer to the form took */
  async guess(): Promise<{ answer: string; milliseconds: number }> {
    const token = await this.openForm();
    const body = new URLSearchParams({
      _csrf: token,
      gebruikersnaam: this.username,
      wachtwoord: 'niet het goede wachtwoord',
    });
    const start = performance.now();
    const response = await fetch(`${this.address}/inloggen`, {
      method: 'POST',
      body,
      headers: { Cookie: this.cookie },
    });
    const html = await response.text();
    const milliseconds = performance.now() - start;
    const answer = `${response.status} ${load(html)('main').text().replace(/\s+/g, ' ')}`;
    return { answer, milliseconds };
  }

  private async openForm(): Promise<string> {
    const response = await fetch(`${this.address}/inloggen`, { headers: { Cookie: this.cookie } });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return String(load(await response.text())('input[name=_csrf]').attr('value'));
  }
}
