import { root } from '../files.js';
import { squeeze } from '../page.js';

/** Stands for what a sentence is given: a number, a name, or something with them in it. */
const blank = '\0';
const anything: unknown = new Proxy(
  {},
  { get: (_, key) => (key === Symbol.toPrimitive ? () => blank : blank) },
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return textsIn((value as (...all: unknown[]) => unknown)(anything, anything, anything));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const longest = (parts: string[]): string => parts.reduce((a, b) => (b.length > a.length ? b : a));

/** All that these modules say; of what is filled in, the longest part that always stands there. */
export async function sentencesOf(files: string[]): Promise<string[]> {
  const modules = await Promise.all(files.map((file) => import(root + file) as Promise<object>));
  return textsIn(modules.map((one) => ({ ...one }))).map((text) => squeeze(longest(text.split(blank))));
}
