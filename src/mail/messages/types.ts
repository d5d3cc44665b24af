import type { News } from '../../models/change.js';
import type { LinkUse } from '../../models/link.js';
import type { Role } from '../../models/role.js';

export interface LetterFacts {
  employer: string;
  /** Whose account it is. */
  name: string;
  username: string;
  at: string;
  /** Who did it, as the person knows them. */
  by: string;
  /** Who did it, as colleagues know them. */
  actor: string;
  /** The role that they have now. */
  role?: Role | undefined;
  /** From which day they are out of service, and until when they can log in. */
  leaving?: { on: string; until: string; isOver: boolean } | undefined;
  /** How far the log of the employer with this id has come, and its seal. */
  log?: { employer: string; count: number; mac: string } | undefined;
  /** What they did it with. */
  device: string;
  /** Whether it is an officer's account. */
  isOfficer: boolean;
  /** What the letter's own link opens, and until when. */
  link: string;
  until: string;
  /** The same for each account, where the letter is about several. */
  links: { username: string; employer: string; href: string }[];
}

export interface LetterWords {
  subject: string | ((facts: Pick<LetterFacts, 'name' | 'by'>) => string);
  link?: LinkUse;
  body: (facts: LetterFacts) => string[];
}

/** For what changed: a letter, where it needs one. */
export type Letters = Partial<Record<News['action'], LetterWords>>;
