import type { Request } from 'express';
import { CsvError, parse } from 'csv-parse';
import { readWindows1252 } from './windows-1252.js';

/** Why a file cannot be read as a whole. */
export type FileFault =
  | 'none'
  | 'cut-off'
  | 'too-big'
  | 'no-csv'
  | 'no-columns'
  | 'too-many-rows'
  | 'empty'
  | 'long-line'
  | 'open-quote'
  | 'stray-quote';

/** A file that is no list of employees. */
export class UnreadableFile extends Error {
  /** @param line of which it is the fault; 0 for the file as a whole */
  constructor(
    readonly fault: FileFault,
    readonly line = 0,
  ) {
    super(fault);
  }
}

/** Rows that a file may have. */
export const mostRows = 10_000;

/** Bytes that a row may have. */
const largestRow = 20_000;

/** @throws UnreadableFile when there is none, or more than one may send */
async function bytesOf({ upload }: Request): Promise<Buffer> {
  if (!upload) throw new UnreadableFile('none');
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of upload) chunks.push(chunk as Buffer);
  } catch {
    // The form ended in the middle of it.
    throw new UnreadableFile('cut-off');
  }
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
    return readWindows1252(bytes);
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

const lineFaults: Partial<Record<CsvError['code'], FileFault>> = {
  CSV_MAX_RECORD_SIZE: 'long-line',
  CSV_QUOTE_NOT_CLOSED: 'open-quote',
};

/** The first line behind this one that is not empty: a quote that never ends takes all lines after it along. */
function nextLine(text: string, line: number): number {
  const next = text.split(/\r\n|\n|\r/).findIndex((one, i) => i >= line && one.trim() !== '');
  return next === -1 ? line : next + 1;
}

/** The header and the rows of the file that a form came with. @throws UnreadableFile */
export async function readFile(req: Request): Promise<{ header: string[]; rows: FileRow[] }> {
  const text = textOf(await bytesOf(req));
  let last = 0;
  const parser = parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: largestRow,
    trim: true,
    info: true,
    // What came before a fault is not handed out any more.
    on_record: (record: string[], { lines }) => {
      last = lines;
      return record;
    },
  });
  const found: FileRow[] = [];
  try {
    for await (const one of parser) {
      const { record, info } = one as { record: string[]; info: { lines: number } };
      // A no-break space, or what stands between quotes, is none of the spaces that `trim` takes away.
      const cells = record.map((cell) => cell.trim());
      if (cells.every((cell) => cell === '')) continue;
      found.push({ line: info.lines, cells });
      if (found.length > mostRows + 1) throw new UnreadableFile('too-many-rows');
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(lineFaults[error.code] ?? 'stray-quote', nextLine(text, last));
  }
  const [header, ...rows] = found;
  if (!header || rows.length === 0) throw new UnreadableFile('empty');
  return { header: header.cells.map((name) => name.toLowerCase()), rows };
}
