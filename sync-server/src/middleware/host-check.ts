/** Only names that this server was given: a page of another name must not reach it by pointing its own name here. */
import type { MiddlewareHandler } from 'hono';

export function checkHost(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((host) => host.toLowerCase()));
  return async (context, next) => {
    if (names.has(stripPort(context.req.header('host') ?? ''))) return next();
    return new Response('Misdirected request', { status: 421, headers: { 'content-type': 'text/plain' } });
  };
}

/** `[::1]:8300` → `[::1]`. */
function stripPort(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, '');
}
