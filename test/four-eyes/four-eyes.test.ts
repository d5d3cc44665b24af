import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts, Employees, type Account, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { decide } from '../../src/four-eyes/decide.js';
import { waitingOf } from '../../src/four-eyes/waiting.js';
import { administrator } from '../../src/changes/change.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { runLoket } from '../support/loket.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  aNewcomer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

const page = '/werkgever/vier-ogen';
const identified = 'Ik heb vastgesteld wie dit is';

describe('four eyes, after a change of an e-mail address that its owner did not make', function () {
  this.timeout(120_000);

  let portal: Portal;
  let employer: string;
  let first: Person;
  let second: Person;
  let employee: Person;

  const pathOf = ({ id }: Pick<Person, 'id'>) => `/werkgever/werknemers/${id.toString()}`;
  const notice = ({ browser }: Person) => browser.page.$('[role=status], [role=alert]').text().trim();
  const letters = async () => {
    await portal.deps.relay.settled();
    await portal.deps.background.settled();
    return portal.letters();
  };
  const actionsOf = async () => {
    const found = AuditEntries.find({ account: employee.id }).sort({ number: 1 });
    return (await found.lean<AuditEntry[]>()).map(({ action }) => action);
  };
  const changeEmail = async (to = 'dief@mail.com') => {
    await first.browser.open(`${pathOf(employee)}/gegevens`);
    await first.browser.press('Opslaan', { 'E-mailadres': to });
  };
  const askReset = async (who: Person = first) => {
    await who.browser.open(`${pathOf(employee)}/tweestapsverificatie`);
    return who.browser.press('Op Nee zetten', { Reden: 'telefoon kwijt', [identified]: 'ja' });
  };
  const forget = async () => {
    const stranger = new Browser(portal.app);
    await stranger.open('/wachtwoord-vergeten');
    const answer = await stranger.press('E-mail sturen', {
      'Gebruikersnaam of e-mailadres': employee.username,
    });
    await letters();
    return answer;
  };
  const wait = 'Iets wacht op een tweede persoon';
  const toldSince = async (count: number) => (await letters()).slice(count).map(({ subject }) => subject);
  const employeeNow = async () => (await record(employee)) as Employee;
  const twoFactor = async () => (await record(employee)).twoFactor.state;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    first = await anOfficer(portal, employer, { name: 'A. Eerste' });
    second = await anOfficer(portal, employer, { name: 'B. Tweede' });
    employee = await anEmployeeWithTwoFactor(portal, employer);
    for (const officer of [first, second]) await logIn(officer);
  });
  after(() => portal.close());

  it('lets a reset of two-factor wait for a colleague, who confirms it once', async () => {
    await changeEmail();
    const before = (await letters()).length;
    await askReset();
    assert.match(notice(first), /Er is nog niets veranderd/);
    assert.match(notice(first), /B\. Tweede kan dit bevestigen of weigeren, op de pagina Vier ogen\./);
    assert.match(first.browser.page.text, /‘Tweestapsverificatie op Nee zetten’ is gevraagd en wacht\./);
    assert.equal(await twoFactor(), 'on');
    assert.deepEqual(await toldSince(before), [wait]);
    assert.doesNotMatch((await first.browser.open('/')).text, /Vier ogen:/);
    assert.match((await second.browser.open('/')).text, /Vier ogen: 1 verzoek wacht op jou/);
    const { text } = await second.browser.open(page);
    assert.match(text, /Gevraagd door A\. Eerste/);
    assert.match(text, /Reden: telefoon kwijt/);
    assert.match(text, /van p\.vanwekkers@mail\.com naar dief@mail\.com, door A\. Eerste/);
    await second.browser.press('Bevestigen');
    assert.match(notice(second), /^Bevestigd: Tweestapsverificatie op Nee zetten, voor P\. van Wekkers\./);
    assert.equal(await twoFactor(), 'off');
    assert.match((await letters()).at(-1)?.subject ?? '', /2 factor authenticatie/);
    const entries = await AuditEntries.find({ account: employee.id })
      .sort({ number: 1 })
      .lean<AuditEntry[]>();
    assert.deepEqual(
      entries.slice(-3).map(({ action, asks, actor, reason }) => [action, asks, actor.name, reason]),
      [
        ['approval-asked', 'reset-two-factor', 'A. Eerste', 'telefoon kwijt'],
        ['approval-given', 'reset-two-factor', 'B. Tweede', undefined],
        ['two-factor-reset', undefined, 'A. Eerste', 'telefoon kwijt'],
      ],
    );
    assert.match((await second.browser.open(page)).text, /Er wacht nu niets\./);
  });

  it('is never for who asked, also by the address of the button', async () => {
    await changeEmail();
    await askReset();
    const { $, text } = await first.browser.open(page);
    assert.match(text, /Jij kunt dit niet bevestigen\. .* Bevestigen of weigeren doet B\. Tweede\./);
    assert.equal($('main form').length, 0);
    const id = (await employeeNow()).waiting?.['reset-two-factor']?._id.toString() ?? '';
    await first.browser.post(`${page}/${id}/bevestigen`, { _csrf: first.browser.token });
    await first.browser.open(page);
    assert.equal(await twoFactor(), 'on');
    assert.equal((await actionsOf()).at(-1), 'approval-asked');
  });

  it('is refused by a colleague, and can be asked again then, but not twice at the same time', async () => {
    await changeEmail();
    await askReset();
    await askReset();
    assert.match(notice(first), /dit was al gevraagd en wacht nog\. B\. Tweede/);
    await second.browser.open(page);
    await second.browser.press('Weigeren');
    assert.match(notice(second), /^Geweigerd: Tweestapsverificatie op Nee zetten/);
    assert.equal(await twoFactor(), 'on');
    assert.deepEqual((await actionsOf()).slice(-2), ['approval-asked', 'approval-refused']);
    await askReset();
    assert.match(notice(first), /Er is nog niets veranderd/);
  });

  it('lets one of many confirm at the same moment', async () => {
    await changeEmail();
    await askReset();
    const [waiting] = waitingOf(await employeeNow(), portal.now());
    assert.ok(waiting);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        decide(waiting, place % 2 ? 'confirm' : 'refuse', administrator, portal.now()),
      ),
    );
    assert.equal(outcomes.filter(Boolean).length, 1);
    // Whoever was killed before the log and the post had it: the sweep brings it, once.
    await portal.deps.relay.sweep();
    await portal.deps.relay.sweep();
    const decided = (await actionsOf()).filter((action) => /^approval-(given|refused)$/.test(action));
    assert.equal(decided.length, 1);
    const isReset = (await actionsOf()).includes('two-factor-reset');
    assert.deepEqual(
      [await twoFactor(), decided],
      isReset ? ['off', ['approval-given']] : ['on', ['approval-refused']],
    );
  });

  it('keeps one request where many are sent at the same moment', async () => {
    await changeEmail();
    await first.browser.open(`${pathOf(employee)}/toegang-intrekken`);
    const fields = { _csrf: first.browser.token, reden: 'uit dienst' };
    const another = elsewhere(portal, second);
    await logIn(another);
    await second.browser.open(pathOf(employee));
    await another.browser.open(pathOf(employee));
    await Promise.all(
      [first, second, another].map(({ browser }) =>
        browser.post(`${pathOf(employee)}/toegang-intrekken`, { ...fields, _csrf: browser.token }),
      ),
    );
    assert.equal((await actionsOf()).filter((action) => action === 'approval-asked').length, 1);
    assert.equal((await record(employee)).access.state, 'active');
  });

  it('ends with the 7 days, and with any other change of the account', async () => {
    await changeEmail();
    await askReset();
    await Accounts.updateOne({ _id: employee.id }, { $inc: { version: 1 } });
    assert.match((await second.browser.open(page)).text, /Er wacht nu niets\./);
    await askReset();
    await second.browser.open(page);
    const button = second.browser.page.$('form[action$="/bevestigen"]').attr('action') ?? '';
    await portal.pass({ minutes: 7 * 24 * 60 + 1 });
    await logIn(second);
    await second.browser.post(button, { _csrf: second.browser.token });
    assert.match((await second.browser.open(page)).text, /Er wacht nu niets\./);
    assert.equal(await twoFactor(), 'on');
    await logIn(first);
    await askReset();
    assert.equal(await twoFactor(), 'off');
  });

  it('sends no link for a new password before it is confirmed; who asks reads the same as always', async () => {
    const usual = await forget();
    await changeEmail();
    const before = (await letters()).length;
    const answer = await forget();
    assert.deepEqual([answer.status, answer.text], [usual.status, usual.text]);
    assert.deepEqual(await toldSince(before), [wait, wait]);
    // Who changed the address could have asked it themselves.
    assert.equal((await first.browser.open(page)).$('main form').length, 0);
    assert.match((await second.browser.open(page)).text, /Gevraagd door iemand op de inlogpagina/);
    await second.browser.press('Bevestigen');
    const sent = (await letters()).slice(before + 2);
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['dief@mail.com'],
    );
    const link = new URL(sent[0]?.links[0] ?? '').pathname;
    assert.match(link, /^\/wachtwoord-vergeten\//);
    assert.equal((await new Browser(portal.app).open(link)).status, 200);
  });

  it('holds for withdrawing access and for inviting again, each with its own request', async () => {
    await changeEmail();
    await first.browser.open(`${pathOf(employee)}/toegang-intrekken`);
    await first.browser.press('Toegang intrekken', { Reden: 'uit dienst' });
    assert.equal((await record(employee)).access.state, 'active');
    await second.browser.open(page);
    await second.browser.press('Bevestigen');
    assert.equal((await record(employee)).access.state, 'revoked');
    await first.browser.open(pathOf(employee));
    await first.browser.press('Toegang verstrekken');
    assert.equal((await record(employee)).access.state, 'revoked');
    await second.browser.open(page);
    await second.browser.press('Bevestigen');
    assert.equal((await record(employee)).access.state, 'invited');
    assert.equal((await letters()).at(-1)?.to, 'dief@mail.com');
    // Two-factor that is on outlives it.
    assert.equal(await twoFactor(), 'on');
    await first.browser.open(pathOf(employee));
    await first.browser.press('Uitnodiging opnieuw versturen');
    assert.match(notice(first), /Er is nog niets veranderd/);
  });

  it('holds too for who asks a new letter with the link of an old invitation', async () => {
    const { since } = (await record(employee)).access;
    await Accounts.updateOne({ _id: employee.id }, { $set: { access: { state: 'revoked', since } } });
    await changeEmail();
    await first.browser.open(pathOf(employee));
    await first.browser.press('Toegang verstrekken');
    await second.browser.open(page);
    await second.browser.press('Bevestigen');
    const link = new URL((await letters()).at(-1)?.links[0] ?? '').pathname;
    await portal.pass({ minutes: 4 * 24 * 60 });
    const before = (await letters()).length;
    const reader = new Browser(portal.app);
    await reader.open(link);
    await reader.press('Nieuwe e-mail sturen');
    assert.deepEqual(await toldSince(before), [wait, wait]);
    await logIn(second);
    assert.match((await second.browser.open(page)).text, /Uitnodiging opnieuw versturen: P\. van Wekkers/);
  });

  it('asks nothing of who was never let in', async () => {
    await Employees.updateOne(
      { _id: employee.id },
      { $set: { access: { state: 'none', since: portal.now() } } },
    );
    await changeEmail();
    assert.equal((await record(employee)).unconfirmedEmail, undefined);
  });

  it('is over when the owner closes the account from the old address, which gets it back', async () => {
    await changeEmail();
    const told = (await letters()).filter(({ to }) => to === 'p.vanwekkers@mail.com').at(-1);
    const owner = new Browser(portal.app);
    await owner.open(new URL(told?.links.at(-1) ?? '').pathname);
    await owner.press('Mijn toegang blokkeren');
    const { email, unconfirmedEmail } = await record(employee);
    assert.deepEqual([email, unconfirmedEmail], ['p.vanwekkers@mail.com', undefined]);
  });

  it('gives back no address from before there was access: a slip of the pen has a reader too', async () => {
    employee = { ...employee, id: await aNewcomer(portal, employer) };
    await first.browser.open(pathOf(employee));
    await first.browser.press('Toegang verstrekken');
    await changeEmail('goed@mail.com');
    await first.browser.press('Uitnodiging opnieuw versturen');
    await second.browser.open(page);
    await second.browser.press('Bevestigen');
    const theirs = async () => (await letters()).filter(({ to }) => to === 'goed@mail.com').at(-1);
    const owner = new Browser(portal.app);
    await owner.open(new URL((await theirs())?.links[0] ?? '').pathname);
    await owner.press('Wachtwoord opslaan', { Wachtwoord: password });
    await owner.open(new URL((await theirs())?.links[0] ?? '').pathname);
    await owner.press('Mijn toegang blokkeren');
    assert.equal((await record(employee)).email, 'goed@mail.com');
    await first.browser.open(pathOf(employee));
    await first.browser.follow('Deblokkeren');
    await first.browser.press('Opnieuw uitnodigen', { [identified]: 'ja' });
    assert.match(notice(first), /Er is nog niets veranderd/);
    assert.equal((await record(employee)).access.state, 'blocked');
  });

  it('stays on when the owner closes the account and gets another address back than the one before', async () => {
    const from = (await record(employee)).email;
    const until = new Date(portal.now().getTime() + 8 * 24 * 60 * 60_000);
    // Somebody at work in the account changed it first.
    const previousEmails = [{ address: 'eerst@mail.com', until }];
    await Accounts.updateOne({ _id: employee.id }, { $set: { previousEmails } });
    await changeEmail();
    const told = (await letters()).filter(({ to }) => to === from).at(-1);
    const owner = new Browser(portal.app);
    await owner.open(new URL(told?.links.at(-1) ?? '').pathname);
    await owner.press('Mijn toegang blokkeren');
    const { email, unconfirmedEmail } = await record(employee);
    assert.deepEqual([email, unconfirmedEmail?.from], ['eerst@mail.com', from]);
  });

  it('goes on from the first address when it is changed again, and is for nobody who changed it', async () => {
    const third = await anOfficer(portal, employer, { name: 'C. Derde' });
    await changeEmail();
    await second.browser.open(`${pathOf(employee)}/gegevens`);
    await second.browser.press('Opslaan', { 'E-mailadres': 'ander@mail.com' });
    await askReset();
    assert.match(notice(first), /C\. Derde kan dit bevestigen of weigeren/);
    const { $, text } = await second.browser.open(page);
    assert.match(text, /van p\.vanwekkers@mail\.com naar ander@mail\.com, door A\. Eerste en B\. Tweede/);
    assert.equal($('main form').length, 0);
    await logIn(third);
    await third.browser.open(page);
    await third.browser.press('Bevestigen');
    assert.equal(await twoFactor(), 'off');
    // Nor is the address in between ever given back.
    assert.deepEqual(
      (await record(employee)).previousEmails?.map(({ address }) => address),
      ['p.vanwekkers@mail.com'],
    );
  });

  const invites = async (who: Person, name: string): Promise<Person> => {
    await who.browser.open('/werkgever/hr-medewerkers');
    await who.browser.follow('Collega uitnodigen');
    const email = `${name.toLowerCase()}@mail.com`;
    const asked = { 'Naam van je collega': name, 'E-mailadres': email, Beheerder: '' };
    await who.browser.press('Uitnodigen', asked);
    const letter = (await letters()).filter(({ to }) => to === email).at(-1);
    const browser = new Browser(portal.app);
    await browser.open(new URL(letter?.links[0] ?? '').pathname);
    await browser.press('Wachtwoord opslaan', { Wachtwoord: password });
    const { _id: id, username = '' } = await Accounts.findOne({ employer, name }).orFail().lean<Account>();
    const colleague = { id, username, browser, secret: '' };
    await logIn(colleague);
    return colleague;
  };
  const canDecide = async ({ browser }: Person) => (await browser.open(page)).$('main form').length > 0;

  it('is not for a colleague whom the first person added, nor for one who was added since', async () => {
    const own = await invites(first, 'Eigen');
    const others = await invites(second, 'Anders');
    await portal.pass({ minutes: 1 });
    await changeEmail();
    const late = await invites(second, 'Laat');
    await askReset();
    assert.match(notice(first), /^Er is nog niets veranderd: .* Anders of B\. Tweede kan dit bevestigen/);
    assert.deepEqual(
      [await canDecide(own), await canDecide(late), await canDecide(others)],
      [false, false, true],
    );
    await others.browser.press('Bevestigen');
    assert.equal(await twoFactor(), 'off');
  });

  it('is not for who is near to the first person by others either, until they have been there for a month', async () => {
    const puppet = await invites(first, 'Pop');
    const other = await invites(first, 'Zus');
    const third = await invites(other, 'Neef');
    await portal.pass({ minutes: 1 });
    await changeEmail();
    await askReset();
    // Who added them, whom the same person added, and whom those added.
    assert.deepEqual(
      [await canDecide(puppet), await canDecide(other), await canDecide(third)],
      [false, false, false],
    );
    await second.browser.open(page);
    await second.browser.press('Weigeren');
    await portal.pass({ minutes: 31 * 24 * 60 });
    for (const officer of [first, third]) await logIn(officer);
    await changeEmail('nog.een@mail.com');
    await askReset();
    assert.equal(await canDecide(third), true);
  });

  it('is not for who added the officer who asks', async () => {
    const puppet = await invites(first, 'Pop');
    await portal.pass({ minutes: 1 });
    const whole = first;
    first = puppet;
    await changeEmail();
    await askReset();
    assert.deepEqual([await canDecide(whole), await canDecide(second)], [false, true]);
  });

  it('tells the officers of each colleague who is added, and by whom', async () => {
    await invites(first, 'Nieuw');
    const told = (await letters()).filter(
      ({ subject }) => subject === 'Nieuw is toegevoegd als HR-medewerker',
    );
    assert.equal(told.length, 2);
    assert.ok(told.every(({ text }) => text.includes('heeft A. Eerste Nieuw toegevoegd')));
  });

  it('knows no request of another employer [V8.2.2]', async () => {
    await changeEmail();
    await askReset();
    const stranger = await anOfficer(portal, await anEmployer('Andere B.V.'));
    await logIn(stranger);
    assert.match((await stranger.browser.open(page)).text, /Er wacht nu niets\./);
    const id = (await employeeNow()).waiting?.['reset-two-factor']?._id.toString() ?? '';
    for (const decision of ['bevestigen', 'weigeren']) {
      const token = (await stranger.browser.open(page)).$('input[name=_csrf]').attr('value') ?? '';
      const answer = await stranger.browser.post(`${page}/${id}/${decision}`, { _csrf: token });
      assert.equal(answer.status, 404);
    }
    assert.equal(await twoFactor(), 'on');
    assert.ok((await employeeNow()).waiting?.['reset-two-factor']);
  });

  it('says of what was decided or ended meanwhile that it waits no more, and counts it as no stranger’s', async () => {
    const gone = /Dit verzoek wacht niet meer op jou\./;
    const button = async () =>
      (await second.browser.open(page)).$('form[action$="/bevestigen"]').attr('action') ?? '';
    const press = (path: string) => second.browser.post(path, { _csrf: second.browser.token });
    await changeEmail();
    await askReset();
    const decided = await button();
    await second.browser.press('Weigeren');
    await press(decided);
    assert.match(notice(second), gone);
    await askReset();
    const ended = await button();
    await Accounts.updateOne({ _id: employee.id }, { $inc: { version: 1 } });
    await press(ended);
    assert.match(notice(second), gone);
    // Before the log has what was asked, it stands on the account.
    const asked = { action: 'approval-asked', _id: ended.split('/').at(-2) };
    await AuditEntries.deleteOne(asked);
    await Accounts.updateOne(
      { _id: employee.id },
      { $push: { changes: { ...asked, at: portal.now(), actor: administrator } }, $unset: { waiting: 1 } },
    );
    await press(ended);
    assert.match(notice(second), gone);
    assert.equal(await AuditEntries.countDocuments({ employer, action: 'stranger-asked' }), 0);
  });

  it('is for the administrator where the employer has nobody else, and only there', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'loket-approve-'));
    const loket = (...words: string[]) => runLoket(['approve', ...words], { DATA_DIR: dataDir });
    try {
      // The commands have the clock of the machine.
      await changeEmail();
      const until = new Date(Math.max(Date.now(), portal.now().getTime()) + 60 * 60_000);
      await Accounts.updateOne({ _id: employee.id }, { $set: { 'unconfirmedEmail.until': until } });
      await askReset();
      const id = (await employeeNow()).waiting?.['reset-two-factor']?._id.toString() ?? '';
      const listed = await loket('list');
      assert.match(
        listed.out,
        new RegExp(`${id}  reset-two-factor for P\\. van Wekkers, asked by A\\. Eerste`),
      );
      const refused = await loket('confirm', '--request', id);
      assert.match(refused.err, /B\. Tweede, an officer of the employer, decides this/);
      await Accounts.updateOne(
        { _id: second.id },
        { $set: { access: { state: 'blocked', since: portal.now(), before: 'active' } } },
      );
      assert.match(
        (await first.browser.open(pathOf(employee))).text,
        /Vraag het de beheerder van het Werknemerloket\./,
      );
      assert.equal((await loket('confirm', '--request', id)).exitCode, 0);
      assert.equal(await twoFactor(), 'off');
      assert.match((await loket('refuse', '--request', id)).err, /no such request waits/);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  it('asks nothing for others of the same employer', async () => {
    const other = await anEmployee(portal, employer);
    await changeEmail();
    await first.browser.open(`${pathOf(other)}/toegang-intrekken`);
    await first.browser.press('Toegang intrekken', { Reden: 'uit dienst' });
    assert.equal((await record(other)).access.state, 'revoked');
  });
});
