/** What every code that one phone shows to another is wrapped in: which kind, which version, and a sum that finds a bad reading. */
import { err, ok, type Result } from '../result.ts';

/** gc: how to join a session; gl: how far one phone's list of a session is. */
export type CodeKind = 'gc' | 'gl';

/**
 * `strange`: no code of this kind. `broken`: one, with a part missing or altered. `newer`: written by a later version of the
 * product.
 */
export type CodeFault = 'strange' | 'broken' | 'newer';

interface Wrapping {
  readonly kind: CodeKind;
  readonly version: number;
}

/** Plain in an address as long as the body is. */
export function wrapCode({ kind, version }: Wrapping, body: string): string {
  return `${kind}${version}.${body}.${checkSum(body)}`;
}

/** Takes the bare code as well as the whole address that ends in it, torn over lines or not. */
export function unwrapCode({ kind, version }: Wrapping, text: string): Result<string, CodeFault> {
  const [, found, written, rest = ''] = /^(g[cl])(\d{1,3})\.(.*)$/s.exec(strip(text)) ?? [];
  if (found !== kind) return err('strange');
  if (Number(written) > version) return err('newer');
  const end = rest.lastIndexOf('.');
  const body = rest.slice(0, Math.max(0, end));
  return rest.slice(end + 1) === checkSum(body) ? ok(body) : err('broken');
}

/** Which of our codes this is meant to be, whole or not; undefined for any other text. */
export function findCodeKind(text: string): CodeKind | undefined {
  return /^(g[cl])\d{1,3}\./.exec(strip(text))?.[1] as CodeKind | undefined;
}

function strip(text: string): string {
  return text.replaceAll(/\s/g, '').replace(/^[^#]*#/, '');
}

/** FNV-1a of 32 bits: finds what a bad reading or a torn line has altered; no protection against intent. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
