/** Refusals as responses: the one place where a code becomes a status. Texts for people are the client's part. */
import { randomUUID } from 'node:crypto';
import { encode } from 'cborg';
import { errorCodes, type WireError } from '#shared/contracts/error-codes';

export type RefusalFormat = 'cbor' | 'json';

export function refuse(error: WireError, format: RefusalFormat): Response {
  const { status } = errorCodes[error.error];
  const headers = { 'cache-control': 'no-store' };
  if (format === 'cbor')
    return new Response(encode(error), {
      status,
      headers: { ...headers, 'content-type': 'application/cbor' },
    });
  return Response.json(error, { status, headers });
}

/** A fault of ours: logged under a number that the device may show, told to nobody, and worth another try. */
export function reportFault(fault: unknown, log: (line: string) => void): Response {
  const isFull = fault instanceof Error && 'code' in fault && fault.code === 'SQLITE_FULL';
  if (isFull) {
    log('The disk is full: nothing more is taken.');
    return refuse({ error: 'storeFull' }, 'json');
  }
  const number = randomUUID().slice(0, 8);
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  log(`fault ${number}: ${text}`);
  return refuse({ error: 'busy', detail: { fault: number } }, 'json');
}
