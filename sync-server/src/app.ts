/** Mounts the table of routes behind their doors, and the built client beside it. Starts nothing and opens nothing. */
import { Hono, type Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { bytesToBase64Url } from '#shared/ids';
import { sendBare } from './middleware/bare-response.ts';
import { refuse, reportFault } from './middleware/error-response.ts';
import { findAddress, type SeenLine } from './middleware/find-address.ts';
import { checkHost } from './middleware/host-check.ts';
import { readBody } from './middleware/limits.ts';
import { setSecurityHeaders } from './middleware/security-headers.ts';
import { admitCaller, type DoorDeps } from './middleware/signed-request.ts';
import { serveClient } from './middleware/serve-client.ts';
import {
  nameRoute,
  type Route,
  type RouteReply,
  type RouteRequest,
  type SignedRoute,
} from './routes/route.ts';

export interface AppDeps extends DoorDeps {
  readonly routes: readonly Route[];
  /** Exact host names, without ports. */
  readonly hosts: readonly string[];
  /** Addresses whose word on who is asking counts; mostly none. */
  readonly trustedProxies: readonly string[];
  /** Null: no client is served (tests, or a proxy does it). */
  readonly staticDir: string | null;
  readonly log: (line: string) => void;
}

export type App = Hono<{ Bindings: Partial<HttpBindings> }>;

/** What is not in the table does not exist. */
export function buildApp(deps: AppDeps): App {
  const app: App = new Hono();
  const isBare = findBarePaths(deps.routes);
  app.use(checkHost(deps.hosts));
  app.use(setSecurityHeaders(isBare));
  app.onError((fault) => reportFault(fault, deps.log));
  for (const route of deps.routes)
    app.on(route.method, route.path, (context) => answer(deps, route, context));
  app.all('/api/*', () => refuse({ error: 'notFound' }, 'json'));
  if (deps.staticDir !== null) serveClient(app, deps.staticDir);
  app.notFound(() => refuse({ error: 'notFound' }, 'json'));
  return app;
}

/** Routes that speak bytes with our own worker: up to the first named part, since that part differs with each request. */
function findBarePaths(routes: readonly Route[]): (path: string) => boolean {
  const bare = routes.filter((route) => route.access !== 'public' && route.refusals === 'cbor');
  const starts = [...new Set(bare.map((route) => route.path.split(':')[0] ?? route.path))];
  return (path) => starts.some((start) => (start.endsWith('/') ? path.startsWith(start) : path === start));
}

async function answer(deps: AppDeps, route: Route, context: Context): Promise<Response> {
  const format = route.access === 'public' ? 'json' : route.refusals;
  const body = await readBody(context.req.raw, route.bodyBytes);
  if (!body.ok) return refuse(body.error, format);
  const request: RouteRequest = {
    body: body.value,
    params: context.req.param(),
    headers: context.req.header(),
    address: findAddress(readLine(context), deps.trustedProxies),
  };
  if (route.access === 'public') {
    const reply = await route.handle(request);
    return reply.ok ? toResponse(reply.value) : refuse(reply.error, format);
  }
  return answerSigned(deps, route, { request, context });
}

interface Asked {
  readonly request: RouteRequest;
  readonly context: Context;
}

async function answerSigned(deps: AppDeps, route: SignedRoute, asked: Asked): Promise<Response> {
  const { request, context } = asked;
  const signed = { bytes: request.body, route: route.signedAs ?? nameRoute(route) };
  const caller = await admitCaller(deps, route, signed);
  if (!caller.ok) return refuse(caller.error, route.refusals);
  const reply = await route.handle(request, caller.value);
  if (reply.ok && reply.value.type === null) {
    const sent = sendBare(context.env as Partial<HttpBindings> | undefined, Buffer.from(reply.value.body));
    if (sent) return sent;
  }
  const response = reply.ok ? toResponse(reply.value) : refuse(reply.error, route.refusals);
  // Where the answer has no room of its own for it, the next nonce travels beside it.
  if (route.refusals === 'json' || !reply.ok)
    response.headers.set('next-nonce', bytesToBase64Url(deps.nonces.issue(caller.value.device.id)));
  return response;
}

function toResponse({ body, type, headers }: RouteReply): Response {
  const typed = type === null ? {} : { 'content-type': type };
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  return new Response(bytes, { headers: { ...typed, ...headers } });
}

function readLine(context: Context): SeenLine {
  const bindings = context.env as Partial<HttpBindings> | undefined;
  const remote = bindings?.incoming?.socket.remoteAddress;
  return { remote, forwardedFor: context.req.header('x-forwarded-for') };
}
