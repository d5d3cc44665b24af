import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How a mail server can behave; `drops` closes the connection when it has the whole letter, without an answer; `quotes` refuses it with its own words. */
export type Mood =
  'takes' | 'busy' | 'refuses' | 'unknown-address' | 'no-relay' | 'drops' | 'hangs' | 'quotes';

/** A real mail server, in whatever mood the test wants. */
export interface MailServer {
  url: string;
  mood: Mood;
  /** The letters that it took, the oldest first. */
  received: ParsedMail[];
  /** The letters that it had and did not answer. */
  unanswered: ParsedMail[];
  /** How often somebody began to hand it a letter. */
  tries: number;
  /** Resolves when a letter hangs in it. */
  hanging(): Promise<void>;
  /** Takes the letters that hang in it after all, and says so to who still waits. */
  answer(): void;
  /** Hangs up, and lets nobody in. */
  shut(): Promise<void>;
  /** Lets people in again, at the same address. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  let hung: () => void = () => undefined;
  const held = new Map<string, () => void>();
  const state: MailServer = {
    url: '',
    mood: 'takes',
    received: [],
    unanswered: [],
    tries: 0,
    hanging: () =>
      new Promise<void>((resolve) => {
        hung = resolve;
      }),
    answer() {
      for (const take of held.values()) take();
      held.clear();
    },
    shut: () =>
      new Promise<void>((shut) => {
        hangUp();
        server.server.close(() => {
          shut();
        });
      }),
    async open() {
      server.server.listen(Number(new URL(state.url).port), '127.0.0.1');
      await once(server.server, 'listening');
    },
    close: () =>
      new Promise<void>((closed) => {
        hangUp();
        server.close(closed);
      }),
  };

  async function take(
    stream: NodeJS.ReadableStream,
    from: string,
    done: () => void,
  ): Promise<Error | null | 'silent'> {
    const letter = await simpleParser(await text(stream));
    if (state.mood === 'busy') return answer(451, 'try again later');
    if (state.mood === 'quotes') return answer(554, (letter.text ?? '').replace(/\s+/g, ' '));
    if (state.mood === 'refuses') return answer(554, 'no');
    if (state.mood === 'drops' || state.mood === 'hangs') {
      state.unanswered.push(letter);
      if (state.mood === 'drops') hangUp();
      held.set(from, () => {
        state.received.push(letter);
        done();
      });
      hung();
      return 'silent';
    }
    state.received.push(letter);
    return null;
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(_address, _session, done) {
      state.tries++;
      done();
    },
    onRcptTo(_address, _session, done) {
      if (state.mood === 'unknown-address') done(answer(550, 'no such mailbox'));
      else done(state.mood === 'no-relay' ? answer(554, '5.7.1 relay access denied') : null);
    },
    onClose({ id }) {
      held.delete(id);
    },
    onData(stream, { id }, done) {
      void take(stream, id, done).then((outcome) => {
        if (outcome !== 'silent') done(outcome);
      });
    },
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return state;
}
