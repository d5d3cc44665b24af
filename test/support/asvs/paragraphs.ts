import { read } from '../files.js';

/** What a paragraph can say of its requirement; the first two stand beside tests, the others in their place. */
export const statuses = ['remark', 'partly', 'by document', 'not met', 'does not apply'] as const;

export interface Paragraph {
  id: string;
  status: (typeof statuses)[number];
  text: string;
}

/** The paragraphs of `docs/asvs-explained.md`: a heading `## V6.5.5: partly`, and why. */
export const paragraphs: Paragraph[] = read('docs/asvs-explained.md')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.trim().split('\n');
    const [id = '', status = ''] = heading.split(': ');
    return { id, status: status as Paragraph['status'], text: lines.join(' ').trim() };
  });
