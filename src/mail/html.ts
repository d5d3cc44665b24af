import type { Reading } from '../language.js';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

const isAddress = (paragraph: string) => /^https?:\/\/\S+$/.test(paragraph);

const paragraphOf = (paragraph: string) => {
  const text = escaped(paragraph).replaceAll('\n', '<br>');
  return `<p>${isAddress(paragraph) ? `<a href="${text}">${text}</a>` : text}</p>`;
};

/** The same words as simple HTML: nothing to load, nothing that follows who reads it. */
export const htmlOf = (paragraphs: string[], { language }: Reading): string =>
  [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title></title></head>`,
    '<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">',
    ...paragraphs.map(paragraphOf),
    '</body></html>',
  ].join('\n');
