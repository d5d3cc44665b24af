/** What is kept of an error: never the mail server's own words, which may quote the letter, and so its link. */
export interface Refusal {
  name: string;
  code?: string;
  responseCode?: number;
  command?: string;
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z_ ]{1,30}$/.test(value);

export function refusalOf(error: unknown): Refusal {
  const { code, responseCode, command } = (error ?? {}) as Record<string, unknown>;
  return {
    name: error instanceof Error ? error.name : typeof error,
    ...(isWord(code) && { code }),
    ...(typeof responseCode === 'number' && { responseCode }),
    ...(isWord(command) && { command }),
  };
}

/** For an administrator: "550 to RCPT TO", "ETIMEDOUT at CONN". */
export function inWords({ name, code = name, responseCode, command }: Refusal): string {
  if (responseCode === undefined) return command === undefined ? code : `${code} at ${command}`;
  return command === undefined ? `answered ${responseCode}` : `answered ${responseCode} to ${command}`;
}
