import { expect, it } from 'vitest';
import type { DeviceId } from '#shared/ids';
import { compareFormer } from './former-phones.ts';

const marker = (device: string, lastSeq: number) => ({
  ...{ vaultId: 'v', device: device as DeviceId, lastSeq, unsent: lastSeq },
});

it('says what the commune has of a book that was lost here, also that it has all of it', () => {
  const told = [
    { device: 'a', upTo: 41, said: 40 },
    { device: 'b', upTo: 9, said: 9 },
  ];
  expect(compareFormer([marker('a', 44), marker('b', 9)], told)).toEqual([
    { upTo: 41, known: 44, isThis: true },
    { upTo: 9, known: 9, isThis: true },
  ]);
});

it('goes by what a phone had told the commune where nothing here remembers it', () => {
  expect(compareFormer([], [{ device: 'a', upTo: 41, said: 44 }])).toEqual([
    { upTo: 41, known: 44, isThis: false },
  ]);
});

it('says nothing of another phone that is all there, nor without a word of the commune', () => {
  expect(compareFormer([], [{ device: 'a', upTo: 41, said: 41 }])).toEqual([]);
  expect(compareFormer([marker('a', 44)], undefined)).toEqual([]);
});
