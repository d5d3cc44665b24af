import { contrast, until, mix, type Colour } from './colour.js';

const white = '#ffffff';
const black = '#000000';

/** On what an employer's colour stands, as the tokens of `portal.css` have it. */
export const papers = {
  light: { page: '#f4f6f8', paper: white, good: '#ecf7f0', bad: '#fdf1f0', attention: '#fff5d9' },
  dark: { page: '#10171d', paper: '#1a232b', good: '#15291d', bad: '#331a1a', attention: '#332a12' },
} as const satisfies Record<string, Record<string, Colour>>;

// WCAG 2.2, 1.4.3. Whoever meets it with white meets 3:1 with the page too (1.4.11).
const readable = 4.5;
// Bright on dark tires less when there is more between them.
const readableInTheDark = 7;

/** Why white words cannot be read on this colour, with the figure and a way out; undefined when they can. */
export function colourFault(colour: Colour): string | undefined {
  const ratio = contrast(white, colour);
  if (ratio >= readable) return undefined;
  // Rounded down: 4.49 is not 4.5.
  const figure = Math.floor(ratio * 10) / 10;
  return `${colour} has a contrast of ${figure}:1 with the white words on it, and ${readable}:1 is needed; ${until(colour, black, [white], readable)} has it`;
}

type Tokens = Record<'accent' | 'on-accent' | 'accent-text' | 'accent-paper', Colour>;

/** What the portal makes of an employer's colour, by day and in the dark. */
export function palette(colour: Colour): Record<'light' | 'dark', Tokens> {
  const tint = mix(colour, white, 0.9);
  const shade = mix(colour, papers.dark.paper, 0.8);
  const lightText = until(colour, black, [...Object.values(papers.light), tint], readable);
  const bright = until(colour, white, [...Object.values(papers.dark), shade], readableInTheDark);
  return {
    light: { accent: colour, 'on-accent': white, 'accent-text': lightText, 'accent-paper': tint },
    dark: { accent: bright, 'on-accent': papers.dark.page, 'accent-text': bright, 'accent-paper': shade },
  };
}
