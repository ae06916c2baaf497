import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBands } from '../model/attendance.ts';
import { bytesToBase64Url } from '../ids.ts';
import { type ListCode, readListCode, type ToldNumber, writeListCode } from './list-code.ts';
import { wrapCode } from './code-text.ts';

const code: ListCode = {
  ...{ session: '10ocEPyrakJD0zZW3r5MHg', list: 'grcO7n8aUDm-8H7CNH8Gbg', letter: 'B', shown: 3 },
  ...{ at: 1795312000000, heads: 14, declined: 1, female: 9, male: 4 },
  bands: { under18: 1, to35: 2, to59: 3, from60: 4 },
  numbers: [
    { number: 'B01', state: 'done' },
    { number: 'B02', state: 'inHand', table: 2 },
    { number: 'B03', state: 'waiting' },
    { number: 'B05', state: 'inHand' },
    { number: 'N100', state: 'done' },
  ],
};

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytesToBase64Url);
const letter = fc.stringMatching(/^[A-Z]{1,4}$/);
const state = fc.constantFrom('waiting', 'done');
const number: fc.Arbitrary<Omit<ToldNumber, 'number'>> = fc.oneof(
  state.map((one) => ({ state: one }) as const),
  fc.constant({ state: 'inHand' } as const),
  fc.integer({ min: 1, max: 99 }).map((table) => ({ state: 'inHand', table }) as const),
);
const list: fc.Arbitrary<ListCode> = fc
  .record({
    ...{ session: id, list: id, letter, shown: fc.integer({ min: 1, max: 10_000 }) },
    at: fc.integer({ min: -8.64e15, max: 8.64e15 }),
    said: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 400 }), number), {
      ...{ selector: ([place]) => place, maxLength: 80 },
    }),
    sums: fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
  })
  .map(({ said, sums, ...facts }) => {
    const [declined = 0, female = 0, male = 0, under18 = 0, to35 = 0, to59 = 0, from60 = 0] = sums;
    const numbers = [...said]
      .sort(([one], [other]) => one - other)
      .map(([place, one]) => ({ number: `${facts.letter}${String(place).padStart(2, '0')}`, ...one }));
    // So many heads that everything adds up.
    return { ...facts, heads: 100, declined, female, male, bands: { under18, to35, to59, from60 }, numbers };
  });

describe('the code of a list', () => {
  it('comes back as it was written, bare, as an address, and torn over lines', () => {
    const text = writeListCode(code);
    expect(text).toContain('.14-1-9-4-1-2-3-4.B1di2w_B5i_N100d.');
    for (const said of [
      text,
      `https://xa.example/vao-buoi#${text}`,
      ` ${text.slice(0, 30)}\n${text.slice(30)} `,
    ])
      expect(readListCode(said)).toEqual({ ok: true, value: code });
    fc.assert(
      fc.property(list, (one) => {
        expect(readListCode(writeListCode(one))).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('holds nothing but what it says it holds', () => {
    const [kind, ...parts] = writeListCode(code).split('.');
    const { session, list: own } = code;
    expect([kind, ...parts.slice(0, 4)]).toEqual(['gl1', session, own, 'B', '3']);
    expect(parts).toHaveLength(8);
  });

  it('is refused as broken wherever it is cut, and with any one letter altered', () => {
    const text = writeListCode(code);
    for (let at = 4; at < text.length; at++) {
      expect(readListCode(text.slice(0, at))).toEqual({ ok: false, error: 'broken' });
      const other = text[at] === 'x' ? 'y' : 'x';
      expect(readListCode(text.slice(0, at) + other + text.slice(at + 1))).toEqual({
        ok: false,
        error: 'broken',
      });
    }
  });

  it('is refused when its sum is right and what it says is not', () => {
    const whole = writeListCode(code).split('.').slice(1, -1);
    const seal = (changes: Readonly<Record<number, string>>) =>
      wrapCode({ kind: 'gl', version: 1 }, whole.map((part, at) => changes[at] ?? part).join('.'));
    expect(readListCode(seal({})).ok).toBe(true);
    for (const changes of [
      ...[{ 0: 'session' }, { 1: '' }, { 2: 'b' }, { 2: 'ABCDE' }, { 3: '0' }, { 3: '03' }, { 3: '1e3' }],
      ...[{ 4: '' }, { 4: 'zzzzzzzzzzzz' }, { 4: '!' }],
      // One declined of no heads; more women than people; a band too few; a sum that is none.
      ...[
        { 5: '0-1-0-0-0-0-0-0' },
        { 5: '1-0-9-0-0-0-0-0' },
        { 5: '14-1-9-4-1-2-3' },
        { 5: '14-1-9-4-1-2-3-x' },
      ],
      ...[{ 5: '14-1-9-4-1-2-3-4-5' }, { 5: '14-1-9-4-1-2-3-99' }],
      // A number twice, a run that was parted, no state, tables that are none.
      ...[
        { 6: 'B1w_B1d' },
        { 6: 'B1w_B2w' },
        { 6: 'B1' },
        { 6: 'B1i0' },
        { 6: 'B1i100' },
        { 6: 'B1x' },
        { 6: 'B0w' },
      ],
      ...[{ 6: 'B1wi2d_' }, { 6: 'B1w.B2w' }],
    ])
      expect([changes, readListCode(seal(changes))]).toEqual([changes, { ok: false, error: 'broken' }]);
  });

  it('is told from a later version and from whatever else a camera reads', () => {
    expect(readListCode('gl2.whatever.1')).toEqual({ ok: false, error: 'newer' });
    for (const text of [
      '',
      'gc1.x.y',
      'https://xa.example/?ma=BCDFG-HJKLM',
      '099147000123|190000123|Hoàng Thị Mẫu',
    ])
      expect(readListCode(text)).toEqual({ ok: false, error: 'strange' });
  });

  it('never throws, whatever bytes come, with a right sum or without', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((all) => String.fromCharCode(...all));
    const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...writeListCode(code).split('.'))));
    fc.assert(fc.property(fc.oneof(fc.string(), bytes), (text) => !readListCode(text).ok));
    fc.assert(fc.property(fc.oneof(fc.string(), bytes), (text) => !readListCode(`gl1.${text}`).ok));
    fc.assert(
      fc.property(parts, (all) => {
        const read = readListCode(wrapCode({ kind: 'gl', version: 1 }, all.join('.')));
        return !read.ok || ageBands.every((band) => read.value.bands[band] >= 0);
      }),
    );
  });

  it('of sixty people is short enough for a square code that any camera reads', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => ({
      number: `B${String(at + 1).padStart(2, '0')}`,
      ...(at % 7 === 0 ? ({ state: 'inHand', table: 12 } as const) : ({ state: 'done' } as const)),
    }));
    const text = writeListCode({ ...code, heads: 60, shown: 40, numbers });
    expect(encodeURI(text)).toBe(text);
    expect(text.length).toBeLessThan(190);
  });
});
