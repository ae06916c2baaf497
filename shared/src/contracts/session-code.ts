/**
 * The code by which a phone without signal joins a session: one line of text, carried by a square code in the fragment of an
 * address. Holds where and when, never whom: no citizen, no key, no invitation to the commune.
 */
import * as z from 'zod/mini';
import { bytesToBase64Url, findBase64UrlBytes, isId } from '../ids.ts';
import { code, day, instant, line } from '../model/field-kinds.ts';
import { queueLetter } from '../model/attendance.ts';
import { sessionKinds } from '../model/outreach-session.ts';
import { err, ok, type Result } from '../result.ts';
import { type CodeFault, unwrapCode, wrapCode } from './code-text.ts';

const id = z.custom<string>(isId);

const content = z.tuple([
  id,
  id,
  queueLetter,
  line,
  z.nullable(line),
  z.nullable(line),
  z.enum(sessionKinds),
  day,
  instant,
  line,
  z.nullable(z.tuple([code, instant, line])),
]);

export interface SessionCode {
  readonly commune: string;
  readonly session: string;
  /** Head of the queue numbers of whoever joins by this code. */
  readonly letter: string;
  readonly place: string;
  readonly hamlet: string | null;
  /** Name of the team, the people of one hamlet; null for the commune's own staff. */
  readonly team: string | null;
  readonly kind: (typeof sessionKinds)[number];
  /** yyyy-mm-dd in Vietnam. */
  readonly day: string;
  /** Milliseconds of the opener's clock. */
  readonly openedAt: number;
  /** Name of whoever opened it. */
  readonly leader: string;
  /** The words of consent were read to the whole room: which version, when, by whom. */
  readonly roomReading: { readonly version: string; readonly at: number; readonly reader: string } | null;
}

const WRAPPING = { kind: 'gc', version: 1 } as const;

/** At most about 700 letters, all of them plain in an address. */
export function writeSessionCode(session: SessionCode): string {
  const { roomReading, letter, place, hamlet, team, kind, day: on, openedAt, leader } = session;
  const facts = [
    ...[session.commune, session.session, letter, place, hamlet, team, kind, on, openedAt, leader],
    roomReading && [roomReading.version, roomReading.at, roomReading.reader],
  ];
  return wrapCode(WRAPPING, bytesToBase64Url(toUtf8(JSON.stringify(facts))));
}

/** Takes the bare code as well as the whole address that ends in it. */
export function readSessionCode(text: string): Result<SessionCode, CodeFault> {
  const body = unwrapCode(WRAPPING, text);
  if (!body.ok) return body;
  const read = content.safeParse(parseBody(body.value));
  if (!read.success) return err('broken');
  const [commune, session, letter, place, hamlet, team, kind, on, openedAt, leader, heard] = read.data;
  const roomReading = heard && { version: heard[0], at: heard[1], reader: heard[2] };
  return ok({
    ...{ commune, session, letter, place, hamlet, team, kind, day: on, openedAt, leader },
    roomReading,
  });
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(fromUtf8(findBase64UrlBytes(body) ?? new Uint8Array()));
  } catch {
    return undefined;
  }
}

/** By the language alone: this room knows neither a browser nor a server. */
function toUtf8(text: string): Uint8Array {
  const parts = encodeURIComponent(text).match(/%..|./g) ?? [];
  return Uint8Array.from(parts, (part) =>
    part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16),
  );
}

function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
