/**
 * What a copy card's square code carries to the citizen's own phone, and how it is written into the part of an address that
 * no browser sends anywhere. Knows no form and decides no row: what comes in is what somebody may read off the screen.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** The page that reads it, at the address from which the app came. */
export const COPY_PAGE_PATH = '/the-chep/';

export interface CopyRow {
  /** The box as the portal names it, in Vietnamese. */
  readonly label: string;
  /** What is typed into it; empty: the citizen types it from the own card or paper. */
  readonly value: string;
  /** Screen of the portal, 0 where it is not known. */
  readonly screen: number;
}

export interface CopyCode {
  /** The procedure's name in Vietnamese. */
  readonly title: string;
  /** `yyyy-mm-dd` in Vietnam: the last day on which the page shows anything. */
  readonly until: string;
  /** From 1, where one code is too small for all rows. */
  readonly part: number;
  readonly parts: number;
  readonly rows: readonly CopyRow[];
  /** Papers to be photographed with the citizen's own phone. */
  readonly papers: readonly string[];
}

export type CopyCodeFault = 'none' | 'unreadable' | 'lapsed';

/** The first letter of every code: another way of writing would have another. */
const VERSION = '1';
/** Longer than any code that a camera reads off a screen: not worth unpacking. */
const LONGEST = 4_000;
const BASE64URL = /^[\w-]+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function writeCopyCode({ title, until, part, parts, rows, papers }: CopyCode): string {
  const list = rows.map(({ label, value, screen }) => [label, value, screen]);
  const packed = deflateSync(strToU8(JSON.stringify([title, until, part, parts, list, papers])), {
    level: 9,
  });
  const text = btoa(String.fromCharCode(...packed));
  return VERSION + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `today`: yyyy-mm-dd in Vietnam. `none`: there is no code at all. Never throws. */
export function readCopyCode(text: string, today: string): CopyCode | CopyCodeFault {
  if (text === '') return 'none';
  const code = unpack(text);
  if (code === undefined) return 'unreadable';
  return code.until < today ? 'lapsed' : code;
}

function unpack(text: string): CopyCode | undefined {
  const body = text.slice(VERSION.length);
  if (!text.startsWith(VERSION) || text.length > LONGEST || !BASE64URL.test(body)) return undefined;
  try {
    const binary = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return readParts(JSON.parse(strFromU8(inflateSync(bytes))));
  } catch {
    return undefined;
  }
}

function readParts(said: unknown): CopyCode | undefined {
  if (!Array.isArray(said)) return undefined;
  const [title, until, part, parts, list, papers] = said as unknown[];
  const isWhole =
    typeof title === 'string' &&
    typeof until === 'string' &&
    DAY.test(until) &&
    typeof part === 'number' &&
    typeof parts === 'number' &&
    Array.isArray(list) &&
    list.every(isRow) &&
    Array.isArray(papers) &&
    papers.every((paper) => typeof paper === 'string');
  if (!isWhole) return undefined;
  const rows = list.map(([label, value, screen]) => ({ label, value, screen }));
  return { title, until, part, parts, rows, papers };
}

function isRow(row: unknown): row is [string, string, number] {
  if (!Array.isArray(row)) return false;
  const [label, value, screen] = row as unknown[];
  return typeof label === 'string' && typeof value === 'string' && typeof screen === 'number';
}
