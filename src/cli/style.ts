import { readFile } from 'node:fs/promises';
import { Fatal } from '../fatal.js';
import { isColour, type Colour } from '../house-style/colour.js';
import { readLogo, type NewLogo } from '../house-style/logo.js';
import { colourFault } from '../house-style/palette.js';
import type { WantedStyle } from '../house-style/set-style.js';
import type { Style } from '../models/employer.js';

/** How the command line names a style; "none" takes away what was there. */
export const colourHelp =
  'colour of buttons and links, such as "#0b5394"; white words have to be readable on it';
export const logoHelp = 'file with a PNG, JPEG or WebP of at most 50 kB';

export interface StyleOptions {
  colour?: string;
  logo?: string;
}

function readColour(text: string): Colour {
  const colour = text.toLowerCase();
  if (!isColour(colour)) throw new Fatal(`${text} is no colour: write it as "#0b5394"`);
  const fault = colourFault(colour);
  if (fault !== undefined) throw new Fatal(fault);
  return colour;
}

async function readLogoFile(file: string): Promise<NewLogo> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Fatal(`the logo cannot be read: ${(error as Error).message}`);
  });
  return readLogo(bytes);
}

/** @throws Fatal that says why a colour or a logo will not do */
export async function readStyle({ colour, logo }: StyleOptions): Promise<WantedStyle> {
  return {
    ...(colour !== undefined && { colour: colour === 'none' ? null : readColour(colour) }),
    ...(logo !== undefined && { logo: logo === 'none' ? null : await readLogoFile(logo) }),
  };
}

/** "colour #0b5394, a logo of 320 by 80 pixels". */
export const tellStyle = ({ colour, logo }: Style = {}): string =>
  [
    colour ? `colour ${colour}` : "the portal's own colour",
    logo ? `a logo of ${logo.width} by ${logo.height} pixels` : 'no logo',
  ].join(', ');
