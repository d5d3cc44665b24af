import { randomInt } from 'node:crypto';
import { plain } from '../models/names.js';

// Without letters and digits that look alike; 16 of 31 make 79 bits.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

export const newPassword = (): string => [group(), group(), group(), group()].join('-');

export const emailOf = (initials: string, prefix: string, surname: string): string =>
  `${plain(initials)}.${plain(prefix + surname)}@mail.com`.replace(/[^\w.@]|\.(?=\.)/g, '');
