import { marks } from './marks.js';
import { paragraphs } from './paragraphs.js';
import { requirements, type Requirement } from './requirements.js';

type Status = 'met, by test' | 'met, by document' | 'partly' | 'not met' | 'does not apply' | 'not aimed at';

const marksOf = ({ id }: Requirement) => marks.filter((mark) => mark.id === id);
const paragraphOf = ({ id }: Requirement) => paragraphs.find((paragraph) => paragraph.id === id);

export function statusOf(requirement: Requirement): Status {
  const status = paragraphOf(requirement)?.status;
  if (status === 'by document') return 'met, by document';
  if (status !== undefined && status !== 'remark') return status;
  return marksOf(requirement).length > 0 ? 'met, by test' : 'not aimed at';
}

const link = (path: string) => (path === '' ? '' : `[${path}](../${path})`);
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function row(requirement: Requirement): string {
  const { id, level, requirement: words, where } = requirement;
  const files = [...new Set(marksOf(requirement).map(({ file }) => file))];
  const tests = files.map((file) => {
    const titles = marks.filter((mark) => mark.id === id && mark.file === file).map(({ title }) => title);
    return `${link(file)}: ${titles.map((title) => cell(title)).join('; ')}`;
  });
  const why =
    statusOf(requirement) === 'met, by document' ? [cell(paragraphOf(requirement)?.text ?? '')] : [];
  return `| ${id} | ${level} | ${cell(words)} | ${statusOf(requirement)} | ${link(where)} | ${[...tests, ...why].join('<br>')} |`;
}

const withStatus = (...wanted: Status[]) =>
  requirements.filter((requirement) => wanted.includes(statusOf(requirement)));

const explained = (requirement: Requirement) =>
  `- **${requirement.id}** (level ${requirement.level}, ${statusOf(requirement)}): ${requirement.requirement}. ${paragraphOf(requirement)?.text ?? ''}`;

const columns: Status[] = [
  'met, by test',
  'met, by document',
  'partly',
  'not met',
  'does not apply',
  'not aimed at',
];

const counts = ([1, 2, 3] as const).map((level) => {
  const numbers = columns.map((status) => withStatus(status).filter((one) => one.level === level).length);
  return `| ${level} | ${numbers.join(' | ')} |`;
});

/** `docs/asvs.md`, as the marks of the tests and the paragraphs make it now. */
export const table = (): string =>
  `# OWASP ASVS 5.0

Made by \`npm run asvs\` from the marks at the end of test titles, such as \`[V6.5.1]\`, from
[asvs-explained.md](asvs-explained.md), and from [asvs-5.0.csv](asvs-5.0.csv): the ${requirements.length} requirements that apply, each in
short words of our own. The whole text is at <https://github.com/OWASP/ASVS>. ASVS is by OWASP, licensed CC BY-SA 4.0, and
so are these four files. A test compares this one with what would be made now.

| level | ${columns.join(' | ')} |
|---|${columns.map(() => '---').join('|')}|
${counts.join('\n')}

## Not met, or not wholly

${withStatus('partly', 'not met', 'does not apply').map(explained).join('\n')}

## Level 3: not aimed at

Level 1 and 2 are what the portal aims at. Nothing shows that these of level 3 are met:

${withStatus('not aimed at')
  .map(({ id, requirement }) => `- **${id}**: ${requirement}.`)
  .join('\n')}

## Remarks

${paragraphs
  .filter(({ status }) => status === 'remark')
  .map(({ id, text }) => `- **${id}**: ${text}`)
  .join('\n')}

## All

| | level | requirement | | where | shown by |
|---|---|---|---|---|---|
${requirements.map(row).join('\n')}
`;
