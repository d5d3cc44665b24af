import { filesIn, read } from '../files.js';

/** A test that says at the end of its title which requirement it shows, as in `it('refuses a code already used [V6.5.1]'`. */
export interface Mark {
  id: string;
  /** From the project's folder. */
  file: string;
  /** With the titles around it, as mocha prints them. */
  title: string;
}

const testFiles = filesIn('test', '.test.ts');

const titled = /^( *)(?:it|describe)\(\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/gm;
const tag = / \[(V[\d.]+(?:, V[\d.]+)*)\]$/;

/** The marks in a test file's text. Prettier indents it, so that the indent says what stands within what. */
export function marksIn(file: string, text: string): Mark[] {
  const around: { indent: number; title: string }[] = [];
  return [...text.matchAll(titled)].flatMap(([, { length: indent } = '', , written = '']) => {
    const ids = tag.exec(written)?.[1]?.split(', ') ?? [];
    const title = written
      .replace(tag, '')
      .replace(/\$\{[^}]*\}/g, '…')
      .replace(/\\(.)/g, '$1');
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    around.push({ indent, title });
    const whole = around.map((one) => one.title).join(' ');
    return ids.map((id) => ({ id, file, title: whole }));
  });
}

export const marks: Mark[] = testFiles.flatMap((file) => marksIn(file, read(file)));

/** Every tag that stands anywhere in a test: each has to be a mark. */
export const tags: string[] = testFiles.flatMap((file) =>
  [...read(file).matchAll(/\[(V\d[^\]]*)\]['"`]/g)].flatMap(([, ids = '']) => ids.split(', ')),
);
