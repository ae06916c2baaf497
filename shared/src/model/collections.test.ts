import { describe, expect, it } from 'vitest';
import { checkPatch } from './collection.ts';
import { collections } from './collections.ts';

const rules = collections.flatMap((collection) => collection.paths.map((rule) => ({ collection, ...rule })));
const objects = rules.filter(({ holds }) => holds._zod.def.type === 'object');

describe('a field that holds several values at once', () => {
  it('is looked for where there are some', () => {
    expect(objects.length).toBeGreaterThan(10);
  });

  it.each(objects.map((rule) => [`${rule.collection.name} ${rule.path}`, rule] as const))(
    '%s names every value that it may hold, and takes no other',
    (_name, { collection, path, holds, writers }) => {
      const [writer] = writers;
      if (!writer) throw new Error('nobody may write it');
      const patch = { [path.replaceAll('*', 'x')]: { password: 'hunter2' } };
      expect(checkPatch(collection, patch, writer)).toMatchObject({ ok: false });
      const found = holds.safeParse({ password: 'hunter2' });
      expect(found.error?.issues.map((issue) => issue.code)).toContain('unrecognized_keys');
    },
  );
});

describe('a field that lies in clear in the office’s store', () => {
  const clear = collections.flatMap((collection) =>
    collection.clear.map((path) => [`${collection.name} ${path}`, collection, path] as const),
  );
  const HOUSE = 'Nhà bà Hoàng Thị Mẫu, 0912345678';
  const values = [HOUSE, { day: '2026-11-22', part: 'morning', place: HOUSE }];

  it.each(clear)('%s can hold no word that somebody typed', (_name, collection, path) => {
    const rule = collection.paths.find((one) => one.path === path);
    if (!rule) throw new Error('It is no field.');
    for (const value of values) expect(rule.holds.safeParse(value).success).toBe(false);
  });
});
