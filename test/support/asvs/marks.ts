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

// A title, or the end of what a title began.
const line = /^( *)(?:(it|describe)\(\s*(['"`])((?:\\.|(?!\3)[^\\])*)\3|\}\);$)/gm;
const tag = / \[(V[\d.]+(?:, V[\d.]+)*)\]$/;

/** The marks in a test file's text. Prettier indents it, so that the indent says what stands within what. */
export function marksIn(file: string, text: string): Mark[] {
  let around: { indent: string; title: string }[] = [];
  return [...text.matchAll(line)].flatMap(([, indent = '', kind, , written = '']) => {
    const ids = tag.exec(written)?.[1]?.split(', ') ?? [];
    const title = written
      .replace(tag, '')
      .replace(/\$\{[^}]*\}/g, '…')
      .replace(/\\(.)/g, '$1');
    around = around.filter((one) => one.indent.length < indent.length);
    const whole = [...around.map((one) => one.title), title].join(' ');
    if (kind === 'describe') around.push({ indent, title });
    return ids.map((id) => ({ id, file, title: whole }));
  });
}

export const marks: Mark[] = testFiles.flatMap((file) => marksIn(file, read(file)));

/** Every tag that stands anywhere in a test: each has to be a mark. */
export const tags: string[] = testFiles.flatMap((file) =>
  [...read(file).matchAll(/\[(V\d[^\]]*)\]['"`]/g)].flatMap(([, ids = '']) => ids.split(', ')),
);
