import { describe, expect, it } from 'vitest';
import { type Frame, readFrames, sealFrame } from './journal-frames.ts';

const PAYLOADS = ['one', '', 'three, a little longer'].map((text) => new TextEncoder().encode(text));
const MARKS = PAYLOADS.map((payload, at) => ({ generation: 7, commit: 40 + at, payload }));

async function write(frames: readonly Frame[]): Promise<{ bytes: Uint8Array; ends: number[] }> {
  const sealed = await Promise.all(frames.map(sealFrame));
  const ends: number[] = [];
  for (const { length } of sealed) ends.push((ends.at(-1) ?? 0) + length);
  return { bytes: Uint8Array.from(sealed.flatMap((one) => [...one])), ends };
}

describe('frames', () => {
  it('come back as they were written', async () => {
    const { bytes, ends } = await write(MARKS);
    const read = await readFrames(bytes);
    expect(read.end).toBe(ends[2]);
    expect(read.frames.map((frame) => ({ ...frame, payload: [...frame.payload] }))).toEqual(
      MARKS.map((frame) => ({ ...frame, payload: [...frame.payload] })),
    );
  });

  it('are whole up to wherever the file was cut, and not a byte further', async () => {
    const { bytes, ends } = await write(MARKS);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { frames, end } = await readFrames(bytes.subarray(0, cut));
      const whole = ends.filter((one) => one <= cut);
      expect([frames.length, end]).toEqual([whole.length, whole.at(-1) ?? 0]);
    }
  });

  it('end before the one in which a byte was changed, or that only zeros came to', async () => {
    const { bytes, ends } = await write(MARKS);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const before = ends.filter((end) => end <= at).length;
      expect((await readFrames(changed)).frames.length).toBe(before);
    }
    const zeroed = Uint8Array.from(bytes).fill(0, ends[0]);
    expect((await readFrames(zeroed)).frames.length).toBe(1);
  });

  it('of another life of the file, or out of order, are not taken for the next', async () => {
    const [first, second, third] = MARKS as [Frame, Frame, Frame];
    const cases = [
      [first, { ...second, generation: 6 }],
      [first, third],
      [second, first],
    ];
    for (const frames of cases)
      expect((await readFrames((await write(frames)).bytes)).frames).toHaveLength(1);
  });
});
