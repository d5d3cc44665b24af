// 0x80 to 0x9F; a space where there is no character.
const own = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What Excel calls CSV. Some versions of Node take Windows-1252 for Latin-1, which has no € (its TextDecoder; tried on 20). */
export const readWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (one) => own[one.charCodeAt(0) - 0x80] ?? ' ');
