import { describe, expect, it } from 'vitest';
import { readFileFacts } from './file-facts.ts';

const text = (letters: string): Uint8Array => new TextEncoder().encode(letters);
const bytes = (...parts: (number | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());
const segment = (marker: number, length: number): number[] => [
  0xff,
  marker,
  length >> 8,
  length & 255,
  ...new Array<number>(length - 2).fill(0),
];
const frame = (width: number, height: number): number[] => [
  ...[0xff, 0xc2, 0, 11, 8],
  ...[height >> 8, height & 255, width >> 8, width & 255],
  ...[1, 1, 0x11, 0, 0xff, 0xd9],
];
const png = (width: number, height: number): Uint8Array => {
  const file = new Uint8Array(40);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(file.buffer).setUint32(16, width);
  new DataView(file.buffer).setUint32(20, height);
  return file;
};

describe('pictures', () => {
  it('say how large they are behind whatever the camera wrote before', () => {
    const photo = bytes([0xff, 0xd8], segment(0xe1, 60_000), segment(0xdb, 67), frame(4000, 3000));
    expect(readFileFacts(photo)).toEqual({
      ok: true,
      value: { type: 'image/jpeg', width: 4000, height: 3000 },
    });
    expect(readFileFacts(png(800, 600))).toEqual({
      ok: true,
      value: { type: 'image/png', width: 800, height: 600 },
    });
  });

  it('say so even when they would fill a phone’s memory: that is why it is read before decoding', () => {
    expect(readFileFacts(png(60_000, 60_000))).toMatchObject({ value: { width: 60_000 } });
  });

  it('are refused as damaged when only their head is one', () => {
    expect(readFileFacts(bytes([0xff, 0xd8, 0xff, 0xe0], new Array<number>(50).fill(1)))).toMatchObject({
      error: { type: 'damaged' },
    });
    expect(readFileFacts(png(0, 600))).toMatchObject({ error: { type: 'damaged' } });
    expect(readFileFacts(bytes([0xff, 0xd8, 0xff]))).toMatchObject({ error: { type: 'damaged' } });
  });
});

describe('other files', () => {
  it('a PDF is one by its head', () => {
    expect(readFileFacts(text('%PDF-1.7\n…'))).toEqual({ ok: true, value: { type: 'application/pdf' } });
  });

  it.each([
    ['a Windows program', bytes([0x4d, 0x5a, 0x90, 0])],
    ['a Linux program', bytes([0x7f, 0x45, 0x4c, 0x46])],
    ['an Android package', bytes([0x50, 0x4b, 0x03, 0x04])],
    ['a script', text('#!/bin/sh')],
  ])('%s called giay-khai-sinh.jpg is refused as a program', (_, file) => {
    expect(readFileFacts(file)).toEqual({ ok: false, error: { type: 'executable' } });
  });

  it('an iPhone’s own format is named, so that the person can be told what to do', () => {
    const heic = bytes([0, 0, 0, 24], [...text('ftypheic')], [0, 0, 0, 0]);
    expect(readFileFacts(heic)).toEqual({ ok: false, error: { type: 'heic' } });
  });

  it('whatever is left is unknown', () => {
    expect(readFileFacts(text('<svg xmlns='))).toEqual({ ok: false, error: { type: 'unknownType' } });
    expect(readFileFacts(new Uint8Array())).toEqual({ ok: false, error: { type: 'unknownType' } });
  });
});
