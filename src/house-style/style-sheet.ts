import { createHash } from 'node:crypto';
import { fill, paths } from '../paths.js';
import type { Colour } from './colour.js';
import { palette } from './palette.js';

const declarations = (tokens: Record<string, Colour>) =>
  Object.entries(tokens)
    .map(([token, colour]) => `--${token}:${colour}`)
    .join(';');

/** An employer's colour as tokens, for behind the portal's own sheet: a style attribute would need a weaker policy. */
export function styleSheet(colour: Colour): string {
  const { light, dark } = palette(colour);
  return `:root{${declarations(light)}}@media(prefers-color-scheme:dark){:root{${declarations(dark)}}}\n`;
}

/** Its address changes when what the portal makes of the colour does, so that a browser may keep it for good. */
export function styleSheetAddress(colour: Colour): string {
  const hash = createHash('sha256').update(styleSheet(colour)).digest('hex').slice(0, 12);
  return `${fill(paths.houseColours, { colour: colour.slice(1) })}?${hash}`;
}
