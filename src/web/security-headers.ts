import type { RequestHandler } from 'express';
import helmet from 'helmet';

const none = ["'none'"];
const self = ["'self'"];

/** @param secure the base URL is https: browsers may then insist on it */
export const securityHeaders = ({ secure }: { secure: boolean }): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      // The defaults add upgrade-insecure-requests, which breaks plain http on a LAN.
      useDefaults: false,
      directives: {
        defaultSrc: none,
        styleSrc: self,
        // data: is the QR code.
        imgSrc: ["'self'", 'data:'],
        formAction: self,
        frameAncestors: none,
        baseUri: none,
      },
    },
    // The default, no-referrer, makes browsers send "Origin: null" with a form.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });

/** Pages are for one person, at one moment. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
