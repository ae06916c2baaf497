/**
 * The file that a phone writes of what its disk refuses: the same words twice, sealed to the commune as they would be sent, and
 * encrypted for the book that they were typed in. Text, since phones share no other file. In clear: random ids and a line that
 * says what it is.
 */
import { encode } from 'cborg';
import * as z from 'zod/mini';
import { bytesToBase64Url, bytesToId, type CommuneId, findBase64UrlBytes, idToBytes } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { decodeBytes } from './signed-message.ts';
import { findRun, type Run, runToWire } from './sync.ts';

export interface RescueFile {
  /** Of this file; what is encrypted is bound to it. */
  readonly id: string;
  readonly commune: CommuneId;
  /** Of the book that opens it. */
  readonly vault: string;
  /** Signed by the phone that wrote it, so that anybody of the commune may carry them. */
  readonly runs: readonly Run[];
  /** Encrypted under the vault. */
  readonly own: Uint8Array;
}

/** `strange`: no such file. `broken`: one, cut short or altered. `newer`: written by a later version of the product. */
export type RescueFileFault = 'strange' | 'broken' | 'newer';

/** Read by whoever opens it as text. */
const HEADING = 'GÕ CỬA: TỆP CỨU. Mở trong Gõ Cửa, trang “Đã gửi chưa?”.';
const MARK = 'gc-rescue';
const VERSION = 1;
const LINE = 76;
/** More than any phone holds in memory only. */
export const RESCUE_FILE_BYTES = 4 * 1024 * 1024;

const id = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === 16);
const wire = z.object({
  i: id,
  c: id,
  v: id,
  r: z.array(z.unknown()),
  o: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export type HashBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

export async function writeRescueFile(file: RescueFile, hash: HashBytes): Promise<string> {
  const bytes = encode({
    i: idToBytes(file.id),
    c: idToBytes(file.commune),
    v: idToBytes(file.vault),
    r: file.runs.map(runToWire),
    o: file.own,
  });
  const body = bytesToBase64Url(bytes).replaceAll(new RegExp(`.{${LINE}}`, 'g'), '$&\n');
  return `${HEADING}\n${MARK} ${VERSION} ${bytesToBase64Url(await hash(bytes))}\n${body}\n`;
}

export async function readRescueFile(
  text: string,
  hash: HashBytes,
): Promise<Result<RescueFile, RescueFileFault>> {
  const [, version, sum, body = ''] = /^gc-rescue (\d+) (\S*)\s(.*)$/ms.exec(text) ?? [];
  if (version === undefined)
    return err(text.includes(MARK) || text.startsWith(HEADING) ? 'broken' : 'strange');
  if (Number(version) > VERSION) return err('newer');
  const bytes = findBase64UrlBytes(body.replaceAll(/\s/g, ''));
  if (!bytes || bytesToBase64Url(await hash(bytes)) !== sum) return err('broken');
  const parsed = wire.safeParse(decodeBytes(bytes));
  const runs = parsed.success ? parsed.data.r.map(findRun) : [];
  if (!parsed.success || !runs.every((run) => run !== undefined)) return err('broken');
  const { i, c, v, o } = parsed.data;
  return ok({ id: bytesToId(i), commune: bytesToId(c), vault: bytesToId(v), runs, own: o });
}
