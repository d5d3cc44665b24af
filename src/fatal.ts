/** Something that only the administrator can mend: one clear sentence, exit code 1, no stack trace. */
export class Fatal extends Error {}
