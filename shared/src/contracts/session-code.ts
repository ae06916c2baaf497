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

/**
 * `strange`: no code of ours. `broken`: ours, with a part missing or altered. `newer`: written by a later version of the
 * product.
 */
export type SessionCodeFault = 'strange' | 'broken' | 'newer';

const VERSION = 1;
const SHAPE = /^gc(\d{1,3})\.(.*)$/s;

/** At most about 700 letters, all of them plain in an address. */
export function writeSessionCode(session: SessionCode): string {
  const { roomReading, letter, place, hamlet, team, kind, day: on, openedAt, leader } = session;
  const facts = [
    ...[session.commune, session.session, letter, place, hamlet, team, kind, on, openedAt, leader],
    roomReading && [roomReading.version, roomReading.at, roomReading.reader],
  ];
  const body = bytesToBase64Url(toUtf8(JSON.stringify(facts)));
  return `gc${VERSION}.${body}.${checkSum(body)}`;
}

/** Takes the bare code as well as the whole address that ends in it. */
export function readSessionCode(text: string): Result<SessionCode, SessionCodeFault> {
  const bare = text.replaceAll(/\s/g, '').replace(/^[^#]*#/, '');
  const [, version, rest = ''] = SHAPE.exec(bare) ?? [];
  if (version === undefined) return err('strange');
  if (Number(version) > VERSION) return err('newer');
  const [body = '', sum, ...more] = rest.split('.');
  if (sum !== checkSum(body) || more.length > 0) return err('broken');
  const read = content.safeParse(parseBody(body));
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

/** FNV-1a of 32 bits: finds what a bad reading or a torn line has altered; no protection against intent. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
