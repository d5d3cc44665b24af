import { inLanguages } from '../language.js';
import * as en from './messages/en.js';
import * as nl from './messages/nl.js';

/** What people read here. */
export const messages = inLanguages({ nl, en });
