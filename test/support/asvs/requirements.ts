import { read } from '../files.js';

export interface Requirement {
  id: string;
  level: 1 | 2 | 3;
  requirement: string;
  /** The file in which it is met, or the first of them; empty where it is not. */
  where: string;
}

// A value stands between quotes where it has a comma; a quote in it stands twice.
const valuesOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

/** The requirements of OWASP ASVS 5.0 that apply to the portal, in its order. */
export const requirements: Requirement[] = read('docs/asvs-5.0.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', level = '', requirement = '', where = ''] = valuesOf(line);
    return { id, level: Number(level) as Requirement['level'], requirement, where };
  });
