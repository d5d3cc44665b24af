/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/** "#0b5394", in small letters. */
export type Colour = `#${string}`;

export const isColour = (text: string): text is Colour => /^#[0-9a-f]{6}$/.test(text);

const rgb = (colour: Colour): Rgb => [
  parseInt(colour.slice(1, 3), 16),
  parseInt(colour.slice(3, 5), 16),
  parseInt(colour.slice(5, 7), 16),
];

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [r, g, b] = rgb(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio: 1 for the same colour, 21 for black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param part how much of the other colour is in it, 0 to 1 */
export function mix(colour: Colour, other: Colour, part: number): Colour {
  const [from, to] = [rgb(colour), rgb(other)];
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? value) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour with just enough of another in it to stand out from all of these. */
export function until(colour: Colour, other: Colour, papers: readonly Colour[], ratio: number): Colour {
  for (let part = 0; part < 1; part += 0.02) {
    const mixed = mix(colour, other, part);
    if (papers.every((paper) => contrast(mixed, paper) >= ratio)) return mixed;
  }
  return other;
}
