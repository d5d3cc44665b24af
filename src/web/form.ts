import type { Request } from 'express';

/** What is wrong with a form: shown on top, linked to the field, and beside it. */
export interface Problem {
  field: string;
  text: string;
}

/** The one string that was typed in this field; anything else that came under its name counts as nothing. */
export function field(req: Request, name: string): string {
  const body = req.body as Record<string, unknown> | undefined;
  const value = body && Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** All strings that came under this name, as boxes that were ticked do. */
export function fields(req: Request, name: string): string[] {
  const body = req.body as Record<string, unknown> | undefined;
  const value = body && Object.hasOwn(body, name) ? body[name] : [];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
