import { sections } from '../../src/routes.js';
import type { Portal } from './app.js';

interface Layer {
  name: string;
  route?: { path: string; stack: { method?: string }[] };
}

export interface Route {
  method: string;
  path: string;
}

export const stackOf = (router: unknown): Layer[] => (router as { stack: Layer[] }).stack;

/** "GET /inloggen". */
export const named = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

const routesBelow = (router: unknown, section = ''): Route[] =>
  stackOf(router).flatMap(({ route }) => {
    const path = `${section}${route?.path ?? ''}`.replace(/(.)\/$/, '$1');
    const methods = new Set((route?.stack ?? []).map(({ method }) => method));
    // A guard that stands for all methods has none of its own.
    return [...methods].filter((method) => method !== undefined).map((method) => ({ method, path }));
  });

/** Every route of the portal, as the router itself has it. */
export const routesOf = ({ app, deps }: Portal): Route[] => [
  ...routesBelow(app.router),
  ...sections(deps).flatMap(({ path, router }) => routesBelow(router, path)),
];
