import type { Request } from 'express';

/** Over https a cookie of this name comes from this host alone, and only over https. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** A cookie as the browser sent it; undefined when it did not. */
export const cookie = (req: Request, name: string): string | undefined =>
  (req.headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
