/** The built client as files: compressed, hashed names for ever, everything else asked for again. Knows no route of the API. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Env, Hono, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

/** Vite writes hashed names into this folder and nowhere else. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

export function serveClient<E extends Env>(app: Hono<E>, folder: string): void {
  app.use('/*', compress());
  app.get('/*', setCaching, serveStatic({ root: folder }));
  app.get('/*', (context) => servePage(context, folder));
}

const setCaching: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.status !== 200) return;
  context.res.headers.set('cache-control', HASHED.test(context.req.path) ? FOR_EVER : 'no-cache');
};

/** Every address that a person may open is the same page; a file that is missing stays missing. */
function servePage(context: Context, folder: string): Response | Promise<Response> {
  const page = join(folder, 'index.html');
  const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
  const looksLikeFile = /\.\w{1,11}$/.test(context.req.path);
  if (!wantsPage || looksLikeFile || !existsSync(page)) return context.notFound();
  return context.html(readFileSync(page, 'utf8'));
}
