import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { contrast, type Colour } from '../../src/house-style/colour.js';
import { colourFault, palette, papers } from '../../src/house-style/palette.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('an employer’s colour', () => {
  it('is measured as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#ffffff', '#ffffff'), 1);
    // The pair that stands on either side of 4.5 : 1.
    assert.ok(contrast('#767676', '#ffffff') >= 4.5);
    assert.ok(contrast('#777777', '#ffffff') < 4.5);
  });

  it('is refused with the figure where white words cannot be read on it, and with one that will do', () => {
    assert.equal(
      colourFault('#ffcc00'),
      '#ffcc00 has a contrast of 1.5:1 with the white words on it, and 4.5:1 is needed; #8f7200 has it',
    );
    assert.match(colourFault('#777777') ?? '', / contrast of 4\.4:1 /);
    assert.equal(colourFault('#0b5394'), undefined);
  });

  it('is refused with one that is not refused', () => {
    fc.assert(
      fc.property(colour, (one) => {
        const other = /(#\w+) has it$/.exec(colourFault(one) ?? '')?.[1];
        assert.equal(other && colourFault(other as Colour), undefined);
      }),
    );
  });

  it('leaves every word readable, by day and in the dark, whatever it is', () => {
    fc.assert(
      fc.property(
        colour.filter((one) => colourFault(one) === undefined),
        (one) => {
          for (const [mode, tokens] of Object.entries(palette(one))) {
            assert.ok(contrast(tokens['on-accent'], tokens.accent) >= 4.5, `button, ${mode}`);
            for (const paper of [...Object.values(papers[mode as 'light' | 'dark']), tokens['accent-paper']])
              assert.ok(contrast(tokens['accent-text'], paper) >= 4.5, `link on ${paper}, ${mode}`);
            // WCAG 2.2, 1.4.11: a button and the ring around what has the focus.
            assert.ok(contrast(tokens.accent, papers[mode as 'light' | 'dark'].page) >= 3, `edge, ${mode}`);
          }
        },
      ),
    );
  });

  describe('beside those of the style sheet', () => {
    const sheet = readFileSync('public/portal.css', 'utf8');
    const [light, dark] = [...sheet.matchAll(/:root \{([^}]*--page:[^}]*)\}/g)].map(([, tokens = '']) =>
      Object.fromEntries(
        [...tokens.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name = '', value]) => [name, value as Colour]),
      ),
    );

    for (const [mode, tokens] of Object.entries({ light, dark }) as ['light' | 'dark', typeof light][]) {
      const token = (name: string): Colour => tokens?.[name] ?? assert.fail(`${name}, ${mode}`);

      it(`is checked against the papers that words really stand on, ${mode}`, () => {
        const { page, paper, good, bad, attention } = papers[mode];
        assert.deepEqual(
          [page, paper, good, bad, attention],
          ['page', 'paper', 'good-paper', 'bad-paper', 'attention-paper'].map(token),
        );
      });

      it(`finds the portal’s own as readable, ${mode}`, () => {
        const on = (words: string, paper: string, ratio = 4.5) => {
          const found = contrast(token(words), token(paper));
          assert.ok(found >= ratio, `${words} on ${paper}: ${found.toFixed(2)}`);
        };
        for (const paper of ['page', 'paper', 'good-paper', 'bad-paper', 'attention-paper', 'accent-paper']) {
          on('text', paper);
          on('accent-text', paper);
        }
        for (const paper of ['page', 'paper']) on('quiet', paper);
        on('on-accent', 'accent');
        for (const sign of ['good', 'bad', 'attention']) on(sign, `${sign}-paper`);
        on('bad', 'paper');
        on('bad', 'page');
        // The edge of a field.
        on('line', 'paper', 3);
      });
    }
  });
});
