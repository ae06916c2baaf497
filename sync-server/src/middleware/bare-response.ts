/** An answer with the fewest header bytes that HTTP/1.1 allows: a phone on a slow line pays for each. Knows no content. */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** No date, no content type, no connection headers; the connection stays open all the same. Without a socket (tests): undefined. */
export function sendBare(
  bindings: Partial<HttpBindings> | undefined,
  body: Uint8Array,
): Response | undefined {
  const outgoing = bindings?.outgoing;
  if (!outgoing || !('removeHeader' in outgoing)) return undefined;
  outgoing.sendDate = false;
  outgoing.removeHeader('connection');
  outgoing.writeHead(200, { 'content-length': body.length });
  outgoing.end(body);
  return RESPONSE_ALREADY_SENT;
}
