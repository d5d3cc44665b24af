import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { PNG } from 'pngjs';
import supertest from 'supertest';
import { administrator } from '../../src/changes/change.js';
import { readLogo } from '../../src/house-style/logo.js';
import { setStyle, type WantedStyle } from '../../src/house-style/set-style.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Logos } from '../../src/models/logo.js';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployeeWithTwoFactor, anEmployer, elsewhere, logIn } from '../support/people.js';

/** @param shade makes one differ from another */
const png = (width: number, height: number, shade = 0): Buffer => {
  const image = new PNG({ width, height });
  image.data.fill(shade);
  return PNG.sync.write(image);
};

describe('the house style of an employer', () => {
  let portal: Portal;
  let employer: string;

  const wear = async (wanted: WantedStyle) => {
    const id = new Types.ObjectId(employer);
    const changed = await setStyle(id, wanted, administrator, portal.now());
    await portal.deps.relay.bringEmployer(id);
    return changed;
  };
  const get = (address: string) => supertest(portal.app).get(address);
  const sheets = ($: Awaited<ReturnType<typeof logIn>>['$']) =>
    $('link[rel=stylesheet]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
  const logo = ($: Awaited<ReturnType<typeof logIn>>['$']) => $('header img');

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer('Wekkers B.V.');
  });
  after(() => portal.close());

  it('is worn by every page once the password told who it is, and not by the login page', async () => {
    await wear({ colour: '#7a1f5c', logo: readLogo(png(160, 40)) });
    const who = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
    const login = await who.browser.open('/inloggen');
    assert.equal(sheets(login.$).length, 1);
    assert.equal(logo(login.$).length, 0);
    const { $, heading } = await logIn(who);
    assert.equal(heading, 'Inloggen bij het Werknemerloket');
    assert.equal(logo($).attr('alt'), 'Wekkers B.V.');
    const own = sheets($)[1] ?? '';
    const { text, headers } = await get(own);
    assert.match(headers['content-type'] ?? '', /^text\/css/);
    assert.match(headers['cache-control'] ?? '', /immutable/);
    assert.match(text, /^:root\{--accent:#7a1f5c;/);
    assert.match(text, /@media\(prefers-color-scheme:dark\)/);
  });

  it('is the employer’s own: nobody of another one sees it', async () => {
    await wear({ colour: '#7a1f5c', logo: readLogo(png(160, 40)) });
    const stranger = await anEmployee(portal, await anEmployer('Een ander'));
    const { $ } = await logIn(stranger);
    assert.equal(sheets($).length, 1);
    assert.equal(logo($).length, 0);
    assert.match($('header').text(), /Een ander/);
  });

  it('has a logo that browsers may keep: another logo has another address', async () => {
    const first = png(160, 40);
    await wear({ logo: readLogo(first) });
    const who = await anEmployee(portal, employer);
    const address = logo((await logIn(who)).$).attr('src') ?? '';
    const answer = await get(address);
    const { headers } = answer;
    assert.deepEqual(answer.body, first);
    assert.equal(headers['content-type'], 'image/png');
    assert.match(headers['cache-control'] ?? '', /immutable/);
    await wear({ logo: readLogo(png(160, 40, 128)) });
    assert.notEqual(logo((await who.browser.open('/')).$).attr('src'), address);
    assert.equal((await get(address)).status, 404);
    assert.equal(await Logos.countDocuments({ employer }), 1);
  });

  it('can be taken off again, the colour apart from the logo', async () => {
    await wear({ colour: '#7a1f5c', logo: readLogo(png(160, 40)) });
    const who = await anEmployee(portal, employer);
    await wear({ logo: null });
    const { $ } = await logIn(who);
    assert.equal(logo($).length, 0);
    assert.equal(sheets($).length, 2);
    assert.equal(await Logos.countDocuments({ employer }), 0);
    await wear({ colour: null });
    assert.equal(sheets((await who.browser.open('/')).$).length, 1);
  });

  it('leaves who changed what in the audit log', async () => {
    const { hash } = readLogo(png(160, 40));
    await wear({ colour: '#7a1f5c', logo: readLogo(png(160, 40)) });
    const [entry] = await AuditEntries.find({ employer, action: 'style-changed' }).lean<AuditEntry[]>();
    assert.deepEqual(entry?.style, { colour: '#7a1f5c', logo: hash });
    assert.equal(entry.actor.name, 'beheerder');
  });

  it('has no sheet for a colour that is none, or on which words cannot be read', async () => {
    for (const name of ['ffcc00', 'red', '0B5394', '0b5394%7D*%7Bdisplay:none'])
      assert.equal((await get(`/huisstijl/${name}.css`)).status, 404, name);
    assert.equal((await get('/huisstijl/0b5394.css')).status, 200);
  });

  describe('takes a logo', () => {
    const jpeg = Buffer.from(
      'ffd8ffe000104a46494600010100000100010000ffc0001108002800a003012200021101031101',
      'hex',
    );
    const webp = (kind: string, rest: string) =>
      Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}`, 'latin1'), Buffer.from(rest, 'hex')]);

    it('by what is in it, whatever it is called: PNG, JPEG or WebP', () => {
      const size = ({ type, width, height }: ReturnType<typeof readLogo>) => [type, width, height];
      assert.deepEqual(size(readLogo(png(160, 40))), ['image/png', 160, 40]);
      assert.deepEqual(size(readLogo(jpeg)), ['image/jpeg', 160, 40]);
      const lossy = webp('VP8 ', '00000000' + '000000' + '9d012a' + 'a000' + '2800' + '00');
      assert.deepEqual(size(readLogo(lossy)), ['image/webp', 160, 40]);
      const lossless = webp('VP8L', '00000000' + '2f' + '9fc00900' + '00'.repeat(8));
      assert.deepEqual(size(readLogo(lossless)), ['image/webp', 160, 40]);
      const extended = webp('VP8X', '0a000000' + '00000000' + '9f0000' + '270000');
      assert.deepEqual(size(readLogo(extended)), ['image/webp', 160, 40]);
    });

    it('that is no SVG, which can carry scripts, and nothing cut short', () => {
      for (const bytes of [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        Buffer.from('GIF89a'),
        Buffer.alloc(0),
        png(160, 40).subarray(0, 20),
        jpeg.subarray(0, 24),
        webp('VP8 ', '').subarray(0, 16),
      ])
        assert.throws(() => readLogo(bytes), /^Error: the logo is no PNG, JPEG or WebP$/);
    });

    it('of a sensible size, or says the figure', () => {
      assert.throws(() => readLogo(Buffer.alloc(50_001)), /the logo has 50001 bytes; at most 50000 will do/);
      assert.throws(
        () => readLogo(png(2_001, 40)),
        /the logo has 2001 by 40 pixels; each side needs 32 to 2000/,
      );
      assert.throws(() => readLogo(png(160, 31)), /the logo has 160 by 31 pixels/);
    });
  });
});
