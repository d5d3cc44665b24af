import type * as nl from './parts-nl.js';

export const once: typeof nl.once = (until) => `The link works until ${until} and you can use it once.`;

export const doneWith: typeof nl.doneWith = (device) => `This was done with ${device}.`;

export const closeAccess: typeof nl.closeAccess = ({ link, until }) => [
  link,
  `This link works until ${until}. Then contact your employer.`,
];

export const notMe: typeof nl.notMe = (facts) => [
  `${doneWith(facts.device)} Wasn’t this you? Then block your access at once, on this page:`,
  ...closeAccess(facts),
];
