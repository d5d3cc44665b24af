import assert from 'node:assert/strict';
import fc from 'fast-check';
import { startPortal, type Portal } from '../app.js';
import { listen } from '../chromium.js';
import { forms, isOwn, type Form } from './forms.js';
import { inputs, type Input } from './input.js';
import { createSender, type Answer, type Sender } from './send.js';
import { askedForStrangers, liftLimits, remember, stored } from './stored.js';
import { theVisitors, type Kind, type Visitors } from './visitors.js';

// In CI nobody waits for it.
const inputsPerForm = process.env.CI ? 2000 : 500;
/** At the most so many go to the portal at the same moment. */
const atOnce = 40;
const seed = Date.now() % 2 ** 31;

const unlimited = [
  'PASSWORD_TRIES_PER_ADDRESS',
  'PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS',
  'PASSWORD_TRIES_WITHOUT_WAIT',
  'CODE_TRIES_PER_LOGIN',
  'CODE_TRIES_BEFORE_LOCK',
  'CODE_TRIES_IN_ALL',
  'PASSWORD_REQUESTS_PER_ADDRESS',
  'RECOVERY_CODE_TRIES_PER_DAY',
  'OFFICER_ACTIONS_PER_HOUR',
].map((limit) => [limit, '1000000']);

/** Describes the forms whose address is one of these, filled in thousands of times. */
export const fillIn = (title: string, isIncluded: (name: string) => boolean) =>
  describe(`${title}, filled in as nobody means it (seed ${seed})`, function () {
    this.timeout(300_000);
    let portal: Portal;
    let visitors: Visitors;
    let server: Awaited<ReturnType<typeof listen>>;
    let sender: Sender;

    before(async () => {
      portal = await startPortal(Object.fromEntries(unlimited) as Record<string, string>);
      visitors = await theVisitors(portal);
      await askedForStrangers(visitors.people['an officer'].id);
      server = await listen(portal);
      sender = createSender(Number(new URL(server.address).port));
    });
    after(async () => {
      sender.close();
      server.close();
      await portal.close();
    });

    const hostile = ({ by, isRight = () => false }: Form) =>
      inputs({
        visitors: by,
        known: visitors.fieldNames,
        codes: visitors.wrongCodes,
        isRight,
        parameters: ['0'.repeat(24), 'x'.repeat(12), visitors.people['an officer'].id.toString()],
      });

    function send(path: string, { place }: Form, input: Input): Promise<Answer> {
      const { browser } = visitors.people[input.visitor as Kind];
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
      const there = place === undefined ? '' : visitors.places[place];
      const address =
        path.replace(/:\w+/, () => input.parameter ?? there) + (input.query && `?${input.query}`);
      // node refuses to send what no server would read as an address.
      return sender.post(address.replace(/[^!-~]/g, '%20'), cookie, browser.token, input);
    }

    it('have fields to fill in', () => {
      assert.ok(visitors.fieldNames.length >= 9, visitors.fieldNames.join());
      assert.ok(visitors.wrongCodes.length >= 1);
    });

    for (const [name, form] of Object.entries(forms).filter(([name]) => isIncluded(name))) {
      it(`${name} never gives a 5xx, and changes nothing`, async () => {
        const hidden = ['codeTries', ...(form.ends ? ['logins'] : [])];
        const before = await stored(hidden);
        const letters = (await portal.letters()).length;
        const putBack = await remember();
        const batches = fc.array(hostile(form), { minLength: 1, maxLength: atOnce, size: 'max' });
        let sent = 0;
        let own = 0;
        const harmless = fc.asyncProperty(batches, async (batch) => {
          const answers = await Promise.all(batch.map((one) => send(name.replace('POST ', ''), form, one)));
          await portal.deps.relay.settled();
          await liftLimits();
          const after = await stored(hidden);
          // What changed would make every later batch look guilty.
          if (form.ends || after !== before) await putBack();
          for (const { status, html } of answers) assert.ok(status < 500, html);
          assert.equal(after, before);
          sent += batch.length;
          own += answers.filter((answer) => isOwn(form, answer)).length;
        });
        for (let round = 0; sent < inputsPerForm; round++) {
          await fc.assert(harmless, {
            seed: seed + round,
            numRuns: 10,
            // So far it looks for a smaller input that fails; then it tells the smallest it found.
            interruptAfterTimeLimit: 60_000,
            markInterruptAsFailure: true,
          });
        }
        assert.ok(own > sent / 4, `${own} of ${sent} came to the form itself`);
        assert.equal((await portal.letters()).length, letters);
        assert.doesNotMatch(portal.logged(), /request failed/);
        assert.ok(!('polluted' in {}));
      });
    }
  });
