import busboy from 'busboy';
import type { Request, RequestHandler } from 'express';
import type { Readable } from 'node:stream';
import { paths } from '../paths.js';

/** Bytes that a file may have. */
export const largestFile = 5_000_000;

declare module 'express-serve-static-core' {
  interface Request {
    /** The file of a form, of which nothing was read yet. */
    upload?: Readable & { truncated?: boolean };
  }
}

const isUpload = (req: Request) =>
  req.method === 'POST' &&
  req.path === paths.import &&
  req.is('multipart/form-data') === 'multipart/form-data';

const limits = { files: 1, fileSize: largestFile, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 20 };

/**
 * Reads the fields that stand before a form's file, the token among them, so that who sent it is known before the first
 * byte of the file is. What nobody reads flows away.
 */
export const readFieldsBeforeFile: RequestHandler = (req, res, next) => {
  if (!isUpload(req)) {
    next();
    return;
  }
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let isOn = false;
  const goOn = () => {
    if (isOn) return;
    isOn = true;
    req.body = fields;
    next();
  };
  const letGo = () => {
    req.unpipe();
    req.resume();
  };
  let parser: busboy.Busboy;
  try {
    parser = busboy({ headers: req.headers, limits });
  } catch {
    // No boundary: a form without fields, and so without a token.
    letGo();
    goOn();
    return;
  }
  parser.on('field', (name, value) => {
    fields[name] = value;
  });
  parser.on('file', (_name, file) => {
    req.upload = file;
    file.on('error', letGo);
    res.on('finish', () => file.resume());
    goOn();
  });
  parser.on('error', () => {
    letGo();
    goOn();
  });
  parser.on('close', goOn);
  // Who hangs up in the middle: pipe alone would leave the file waiting for ever.
  req.on('close', () => {
    if (!req.complete) parser.destroy();
  });
  req.pipe(parser);
};
