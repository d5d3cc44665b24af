import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How a mail server can behave; `drops` closes the connection when it has the whole letter, without an answer; `quotes` refuses it with its own words. */
export type Mood = 'takes' | 'busy' | 'refuses' | 'unknown-address' | 'drops' | 'hangs' | 'quotes';

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
  close(): Promise<void>;
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  let hung: () => void = () => undefined;
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
    close: () =>
      new Promise<void>((closed) => {
        hangUp();
        server.close(closed);
      }),
  };

  async function take(stream: NodeJS.ReadableStream): Promise<Error | null | 'silent'> {
    const letter = await simpleParser(await text(stream));
    if (state.mood === 'busy') return answer(451, 'try again later');
    if (state.mood === 'quotes') return answer(554, (letter.text ?? '').replace(/\s+/g, ' '));
    if (state.mood === 'refuses') return answer(554, 'no');
    if (state.mood === 'drops' || state.mood === 'hangs') {
      state.unanswered.push(letter);
      if (state.mood === 'drops') hangUp();
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
      done(state.mood === 'unknown-address' ? answer(550, 'no such mailbox') : null);
    },
    onData(stream, _session, done) {
      void take(stream).then((outcome) => {
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
