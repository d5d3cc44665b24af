import { Router, type RequestHandler } from 'express';
import { Logos } from '../models/logo.js';
import { below, paths } from '../paths.js';
import { NotFound } from '../web/errors.js';
import { isColour } from './colour.js';
import { colourFault } from './palette.js';
import { styleSheet } from './style-sheet.js';

// The address says what is in it; the session cookie is no reason to ask again.
const forGood = 'private, max-age=31536000, immutable';

/** The colour is all that there is to know: whose it is, nobody asks. */
const colours: RequestHandler = (req, res) => {
  const colour = `#${String(req.params.colour)}`;
  if (!isColour(colour) || colourFault(colour)) throw new NotFound();
  res.set('Cache-Control', forGood).type('css').send(styleSheet(colour));
};

const logo: RequestHandler = async (req, res) => {
  const { id, hash } = req.params;
  const found = await Logos.findById(`${String(id)}/${String(hash)}`);
  if (!found) throw new NotFound();
  res.set('Cache-Control', forGood).type(found.type).send(found.data);
};

const at = (path: string) => below(paths.houseStyle, path);

export const houseStyleRoutes = (): Router =>
  Router().get(at(paths.houseColours), colours).get(at(paths.logo), logo);
