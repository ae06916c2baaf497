/** The headers of every page, script and worker: what may run, and whom it may talk to. */
import type { MiddlewareHandler } from 'hono';

/** `'wasm-unsafe-eval'`: Argon2id and the barcode reader are WebAssembly; `blob:`: pictures that exist only in memory. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-sw',
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Signed routes answer bytes to our own worker, not pages: they go without, to save a phone's line. */
export function setSecurityHeaders(isBare: (path: string) => boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (isBare(context.req.path)) return;
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}
