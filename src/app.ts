import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { Deps } from './deps.js';
import { readFieldsBeforeFile } from './import/upload.js';
import { houseOf } from './house-style/house.js';
import { lasting } from './dates.js';
import type { Reading } from './language.js';
import { paths } from './paths.js';
import { home, sections } from './routes.js';
import { personOf } from './sign-in/person.js';
import { readOwnLanguage } from './sign-in/own-language.js';
import { recogniseVisitor } from './sign-in/visitor.js';
import { answerOnce } from './web/answer-once.js';
import { csrf } from './web/csrf.js';
import { errorHandler, notFound, requireDatabase } from './web/error-handler.js';
import { locals, withoutSession } from './web/locals.js';
import { messages } from './web/messages.js';
import { readBrowserLanguage } from './web/reader.js';
import { inSection, requestLog } from './web/request-log.js';
import { noStore, securityHeaders } from './web/security-headers.js';
import { sessions } from './web/session.js';

const root = (folder: string) => fileURLToPath(new URL(`../${folder}`, import.meta.url));

/** An address that changes with the content, so that a browser may keep the file for good. */
const versioned = (file: string) =>
  `/${file}?${createHash('sha256')
    .update(readFileSync(root(`public/${file}`)))
    .digest('hex')
    .slice(0, 12)}`;

/** The portal as middleware, in the order in which a request meets it. It does not listen. */
export function createApp(deps: Deps): Express {
  const { baseUrl, trustProxy, sessionLimits } = deps.config;
  const secure = baseUrl.protocol === 'https:';
  const timeLimit = (reader: Reading) =>
    messages(reader).layout.timeLimit(
      lasting(sessionLimits.idle, reader),
      lasting(sessionLimits.absolute, reader),
    );
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustProxy ?? false);
  app.set('query parser', 'simple');
  app.set('view engine', 'ejs');
  app.set('views', root('views'));
  app.enable('view cache');
  Object.assign(app.locals, withoutSession, {
    paths,
    stylesheet: versioned('portal.css'),
  });

  app.use(requestLog(deps.log));
  app.use(securityHeaders({ secure }));
  app.use(express.static(root('public'), { index: false, redirect: false, immutable: true, maxAge: '1y' }));
  app.use(noStore);
  app.use(readBrowserLanguage(secure));
  app.use(requireDatabase);
  app.use(express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 60 }));
  app.use(readFieldsBeforeFile);
  const { sessionSecret, keys, now } = deps;
  app.use(answerOnce({ sessionSecret, answersKey: keys.answers, secure, now }));
  app.use(sessions({ secret: deps.sessionSecret, secure, ttl: sessionLimits.absolute / 1000 }));
  app.use(recogniseVisitor(sessionLimits, deps.now));
  app.use(readOwnLanguage);
  app.use(csrf(baseUrl));
  app.use(locals(personOf, houseOf, timeLimit, deps.now));

  app.get(paths.home, home(deps));
  for (const { path, guard, router } of sections(deps)) app.use(path, inSection(path), guard, router);

  app.use(notFound);
  app.use(errorHandler);
  return app;
}
