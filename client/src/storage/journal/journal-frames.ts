/**
 * How the second copy lies in its file: frames, each with a checksum, so that a reader knows where a cut has torn it. Knows
 * bytes, not tables.
 */
import { type FrameMark, followsFrame } from '#shared/custody/second-copy';

export interface Frame extends FrameMark {
  readonly payload: Uint8Array;
}

/** Empty: all that was there before stands in the frames before it. */
export const WHOLE_MARK = new Uint8Array();

export interface ReadFrames {
  readonly frames: readonly Frame[];
  /** Bytes up to the end of the last whole frame. */
  readonly end: number;
}

/** length (4) ‖ generation (4) ‖ commit (4), big-endian, ‖ the first 8 bytes of SHA-256 over those and the payload. */
const HEAD_BYTES = 12;
const CHECK_BYTES = 8;

export function measureFrame(payload: Uint8Array): number {
  return HEAD_BYTES + CHECK_BYTES + payload.length;
}

export async function sealFrame({ generation, commit, payload }: Frame): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(measureFrame(payload));
  const head = new DataView(bytes.buffer);
  [payload.length, generation, commit].forEach((value, at) => head.setUint32(at * 4, value));
  bytes.set(payload, HEAD_BYTES + CHECK_BYTES);
  bytes.set(await checkFrame(bytes), HEAD_BYTES);
  return bytes;
}

/** Everything up to the first frame that is torn, or that does not follow the one before it. */
export async function readFrames(bytes: Uint8Array): Promise<ReadFrames> {
  const frames: Frame[] = [];
  let end = 0;
  for (;;) {
    const frame = await findFrame(bytes.subarray(end), frames.at(-1));
    if (!frame) return { frames, end };
    frames.push(frame);
    end += measureFrame(frame.payload);
  }
}

async function findFrame(bytes: Uint8Array, before: Frame | undefined): Promise<Frame | undefined> {
  if (bytes.length < HEAD_BYTES + CHECK_BYTES) return undefined;
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  const [length = 0, generation = 0, commit = 0] = [0, 4, 8].map((at) => head.getUint32(at));
  const whole = bytes.subarray(0, HEAD_BYTES + CHECK_BYTES + length);
  if (whole.length < HEAD_BYTES + CHECK_BYTES + length) return undefined;
  if (!followsFrame(before, { generation, commit })) return undefined;
  const check = await checkFrame(whole);
  const isWhole = check.every((byte, at) => byte === whole[HEAD_BYTES + at]);
  return isWhole ? { generation, commit, payload: whole.subarray(HEAD_BYTES + CHECK_BYTES) } : undefined;
}

async function checkFrame(frame: Uint8Array): Promise<Uint8Array> {
  const checked = new Uint8Array(frame);
  checked.fill(0, HEAD_BYTES, HEAD_BYTES + CHECK_BYTES);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', checked)).subarray(0, CHECK_BYTES);
}
