import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import { body, type Input } from './input.js';

export interface Answer {
  /** 0: the connection was gone before there was one. */
  status: number;
  location: string | undefined;
  html: string;
}

export interface Sender {
  post(path: string, cookie: string, token: string, input: Input): Promise<Answer>;
  close(): void;
}

const form = 'application/x-www-form-urlencoded';
const types: Record<Input['format'], string | undefined> = {
  form,
  'form in latin-1': `${form}; charset=iso-8859-1`,
  'form in utf-7': `${form}; charset=utf-7`,
  'form said to be zipped': form,
  multipart: 'multipart/form-data; boundary=x',
  json: 'application/json',
  text: 'text/plain',
  'no type': undefined,
  'broken off': form,
};

const tokens = (token: string): Record<Input['token'], [string, string][]> => ({
  right: [['_csrf', token]],
  wrong: [['_csrf', `${token}x`]],
  twice: [
    ['_csrf', token],
    ['_csrf', token],
  ],
  absent: [],
});

const shapes: Partial<Record<Input['format'], (fields: [string, string][]) => string>> = {
  json: (fields) => JSON.stringify(Object.fromEntries(fields)),
  multipart: (fields) =>
    fields
      .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('') + '--x--\r\n',
};

function payload(token: string, { token: which, fields, format, cut }: Input): string {
  const all = [...tokens(encodeURIComponent(token))[which], ...fields];
  return (shapes[format] ?? body)(all).slice(0, -cut || undefined);
}

async function exchange(options: RequestOptions, sent: string, isBrokenOff: boolean): Promise<Answer> {
  const going = request(options);
  if (isBrokenOff) going.write(sent, () => going.socket?.end());
  else going.end(sent);
  try {
    const [answer] = (await once(going, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, location: answer.headers.location, html: await text(answer) };
  } catch (error) {
    if (isBrokenOff) return { status: 0, location: undefined, html: '' };
    // The server had just closed this connection, which nobody used for a while.
    if (going.reusedSocket) return exchange({ ...options, agent: false }, sent, isBrokenOff);
    throw error;
  }
}

/** Keeps its connections: what takes time is the portal. */
export function createSender(port: number): Sender {
  const agent = new Agent({ keepAlive: true });
  return {
    post(path, cookie, token, input) {
      const sent = payload(token, input);
      const isBrokenOff = input.format === 'broken off';
      const type = types[input.format];
      const headers = {
        'Content-Length': sent.length + (isBrokenOff ? 10 : 0),
        'User-Agent': input.userAgent,
        ...(cookie && { Cookie: cookie }),
        ...(type !== undefined && { 'Content-Type': type }),
        ...(input.format === 'form said to be zipped' && { 'Content-Encoding': 'gzip' }),
      };
      const options = { host: '127.0.0.1', port, agent, path, method: 'POST', headers };
      return exchange(options, sent, isBrokenOff);
    },
    close() {
      agent.destroy();
    },
  };
}
