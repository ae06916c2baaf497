/** One question to a portal over HTTP, distrusted: fixed origin, no redirect, a limit on time and bytes. Understands no answer. */
import { PORTAL_LIMITS } from '#shared/contracts/portal';

export interface PortalQuestion {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
}

export type LineAnswer =
  | { readonly type: 'answered'; readonly status: number; readonly json: unknown }
  /** The line was never opened: certainly nothing happened there. */
  | { readonly type: 'notSent' }
  /** Time-out, cut line, redirect, no JSON, too long: it says nothing about what happened. */
  | { readonly type: 'unclear' };

export interface PortalLine {
  readonly origin: string;
  readonly timeoutMs: number;
  /** Ends what is under way: the process is stopping. */
  readonly stop?: AbortSignal;
}

const NEVER_OPENED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

export async function askPortal(line: PortalLine, question: PortalQuestion): Promise<LineAnswer> {
  const { method, path, body } = question;
  const patience = limitPatience(line);
  try {
    const response = await fetch(new URL(path, line.origin), {
      method,
      redirect: 'error',
      signal: patience.signal,
      headers: { accept: 'application/json', ...(body && { 'content-type': body.type }) },
      ...(body && { body: Buffer.from(body.bytes) }),
    });
    const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
    const bytes = await readCapped(response, PORTAL_LIMITS.jsonBytes);
    if (!isJson || !bytes) return { type: 'unclear' };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { type: 'answered', status: response.status, json: JSON.parse(text) as unknown };
  } catch (fault) {
    return { type: wasNeverOpened(fault) ? 'notSent' : 'unclear' };
  } finally {
    patience.end();
  }
}

/** By hand instead of `AbortSignal.any`, which leaves something on a signal that lives as long as the process. */
function limitPatience({ timeoutMs, stop }: PortalLine): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  stop?.addEventListener('abort', abort);
  if (stop?.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      stop?.removeEventListener('abort', abort);
    },
  };
}

export function askWithJson(
  line: PortalLine,
  question: { readonly path: string; readonly json: unknown },
): Promise<LineAnswer> {
  const bytes = Buffer.from(JSON.stringify(question.json));
  return askPortal(line, { method: 'POST', path: question.path, body: { type: 'application/json', bytes } });
}

/** Undefined when there is more than `most`; the rest is left unread. */
async function readCapped(response: Response, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function wasNeverOpened(fault: unknown): boolean {
  const cause: unknown = fault instanceof Error ? fault.cause : undefined;
  return cause instanceof Error && 'code' in cause && NEVER_OPENED.includes(String(cause.code));
}
