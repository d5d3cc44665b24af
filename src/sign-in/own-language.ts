import type { RequestHandler } from 'express';
import type { Language } from '../language.js';
import { Accounts, type Account } from '../models/account.js';
import { isSignedIn } from './visitor.js';

/** Keeps the language of a person, for their pages and letters. */
export async function keepLanguage({ _id }: Account, language: Language): Promise<void> {
  await Accounts.updateOne({ _id }, { $set: { language } });
}

/** Who has a language of their own reads in it; who has none keeps the one in which they logged in first. */
export const readOwnLanguage: RequestHandler = async (req, _res, next) => {
  const { visitor } = req;
  if (visitor.stage !== 'anonymous' && visitor.account.language) req.language = visitor.account.language;
  else if (isSignedIn(visitor))
    // Unless they chose one meanwhile, in another tab.
    await Accounts.updateOne({ _id: visitor.account._id, language: null }, { language: req.language });
  next();
};
