import type { RequestHandler } from 'express';
import { isSignedIn } from '../sign-in/visitor.js';
import { messages } from './messages.js';

/** What "Klik hier" of the manual leads to. */
export const explanationPage: RequestHandler = (req, res) => {
  res.render('two-factor/explanation', {
    t: messages(req).explanationPage,
    isSignedIn: isSignedIn(req.visitor),
  });
};
