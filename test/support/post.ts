import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';

export interface ReceivedLetter {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: string[];
  /** The addresses in it. */
  links: string[];
}

/** A letter as its reader has it. */
export function letterOf(mail: ParsedMail): ReceivedLetter {
  const text = mail.text ?? '';
  return {
    to: [mail.to ?? []]
      .flat()
      .map((address) => address.text)
      .join(', '),
    subject: mail.subject ?? '',
    text,
    html: typeof mail.html === 'string' ? mail.html : '',
    headers: mail.headerLines.map(({ line }) => line),
    links: text.match(/https?:\/\/\S+/g) ?? [],
  };
}

/** Reads the .eml files in a folder, the oldest first. */
export async function readLetters(folder: string): Promise<ReceivedLetter[]> {
  const files = await readdir(folder).catch(() => []);
  return Promise.all(
    files.sort().map(async (file) => letterOf(await simpleParser(await readFile(join(folder, file))))),
  );
}
