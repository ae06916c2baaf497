/** Reads a body up to a limit and no further; refuses by its announced length before the first byte. */
import type { WireError } from '#shared/contracts/error-codes';
import { err, ok, type Result } from '#shared/result';

export async function readBody(request: Request, most: number): Promise<Result<Uint8Array, WireError>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > most) return err({ error: 'tooLarge', detail: { most } });
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length > most) return err({ error: 'tooLarge', detail: { most } });
      parts.push(part);
    }
  } catch {
    // The line broke in the middle of the body: every day's work on a bad line, and no fault of ours.
    return err({ error: 'malformed' });
  }
  return ok(Buffer.concat(parts));
}
