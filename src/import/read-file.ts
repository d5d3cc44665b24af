import type { Request } from 'express';
import { parse } from 'csv-parse';

/** Why a file cannot be read as a whole. */
export type FileFault = 'none' | 'too-big' | 'no-csv' | 'no-columns' | 'too-many-rows' | 'empty';

/** A file that is no list of employees. */
export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}

/** Rows that a file may have. */
export const mostRows = 10_000;

const largestRow = 20_000;

/** @throws UnreadableFile when there is none, or more than one may send */
async function bytesOf({ upload }: Request): Promise<Buffer> {
  if (!upload) throw new UnreadableFile('none');
  const chunks: Buffer[] = [];
  for await (const chunk of upload) chunks.push(chunk as Buffer);
  if (upload.truncated) throw new UnreadableFile('too-big');
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) throw new UnreadableFile('none');
  return bytes;
}

/** UTF-8 where it is that; otherwise what Excel calls CSV: Windows-1252. */
function textOf(bytes: Buffer): string {
  // A spreadsheet, a zip or UTF-16 has these; a text never.
  if (bytes.includes(0)) throw new UnreadableFile('no-csv');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const delimiterOf = (text: string) => {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return header.split(';').length >= header.split(',').length ? ';' : ',';
};

/** A row by the names of its columns, in lower case; `line` is as a spreadsheet counts. */
export interface FileRow {
  line: number;
  cells: string[];
}

/** The header and the rows of the file that a form came with. @throws UnreadableFile */
export async function readFile(req: Request): Promise<{ header: string[]; rows: FileRow[] }> {
  const text = textOf(await bytesOf(req));
  const parser = parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: largestRow,
    trim: true,
    info: true,
  });
  const found: FileRow[] = [];
  try {
    for await (const one of parser) {
      const { record, info } = one as { record: string[]; info: { lines: number } };
      if (record.every((cell) => cell === '')) continue;
      found.push({ line: info.lines, cells: record });
      if (found.length > mostRows + 1) throw new UnreadableFile('too-many-rows');
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('no-csv');
  }
  const [header, ...rows] = found;
  if (!header || rows.length === 0) throw new UnreadableFile('empty');
  return { header: header.cells.map((name) => name.toLowerCase()), rows };
}
