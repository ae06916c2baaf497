import { expect, it } from 'vitest';
import { dossier } from '#shared/model/dossier';
import { drawReference, toReference } from './draw-reference.ts';

it('has the form that the dossier’s model wants', () => {
  const rule = dossier.paths.find(({ path }) => path === 'reference');
  for (let n = 0; n < 50; n += 1) expect(rule?.holds.safeParse(drawReference()).success).toBe(true);
});

it('is base32 of its ten bytes', () => {
  expect(toReference(new TextEncoder().encode('0123456789')).slice(0, 16)).toBe('GAYTEMZUGU3DOOBZ');
});

it('has another check letter when one letter is mistyped', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const checks = new Set<string>();
  for (let last = 0; last < 32; last += 1) {
    checks.add(toReference(Uint8Array.from(bytes, (byte, at) => (at === 9 ? last : byte))).slice(16));
  }
  expect(checks.size).toBe(32);
});
