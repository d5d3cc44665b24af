/** Whom to call, as a line to read: a telephone number in it stays on one line. */
export const contactLine = (contact: string): string => contact.replace(/(?<=[\d)]) (?=[\d(])/g, '\u00a0');
