import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import type { Json, Operation, Patch } from '../model/operation.ts';
import { foldOperation, hasNewConflict, isSameJson } from './merge.ts';
import type { RecordState } from './server-types.ts';

const record = 'r' as RecordId;
const lan = 'lan' as DeviceId;
const minh = 'minh' as DeviceId;

interface Step {
  readonly by: DeviceId | 'server';
  readonly base: number;
  readonly patch: Patch;
}

function write(patch: Patch, base: number): Operation {
  return { collection: 'dossier', record, base, patch, at: 0 };
}

/** Operations in server order, from change 1 on. */
function fold(...steps: readonly Step[]): RecordState {
  let state: RecordState | undefined;
  steps.forEach(({ by, base, patch }, at) => {
    state = foldOperation(state, write(patch, base), { device: by, seq: at + 1 });
  });
  if (!state) throw new Error('Nothing was folded.');
  return state;
}

const value: fc.Arbitrary<Json> = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null), fc.string());
const patch = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { minKeys: 1 });
const step = fc.record({
  by: fc.constantFrom(lan, minh, 'third' as DeviceId),
  base: fc.integer({ min: 0, max: 8 }),
  patch,
});

describe('merging what several people wrote', () => {
  it('keeps what two people wrote in different fields, in whichever order they arrive', () => {
    fc.assert(
      fc.property(patch, patch, (one, other) => {
        const left = Object.fromEntries(Object.entries(one).map(([path, said]) => [`left/${path}`, said]));
        const right = Object.fromEntries(
          Object.entries(other).map(([path, said]) => [`right/${path}`, said]),
        );
        const values = (state: RecordState) =>
          Object.fromEntries(Object.entries(state.fields).map(([path, field]) => [path, field.value]));
        const lanFirst = fold({ by: lan, base: 0, patch: left }, { by: minh, base: 0, patch: right });
        const minhFirst = fold({ by: minh, base: 0, patch: right }, { by: lan, base: 0, patch: left });
        expect(values(lanFirst)).toEqual(values(minhFirst));
        expect(Object.values(lanFirst.fields).some((field) => field.others)).toBe(false);
      }),
    );
  });

  it('keeps both values when two people wrote the same field without having seen each other', () => {
    const state = fold(
      { by: lan, base: 0, patch: { hamlet: 'Đông' } },
      { by: minh, base: 0, patch: { hamlet: 'Tây' } },
    );
    expect(state.fields['hamlet']).toEqual({ value: 'Tây', seq: 2, device: minh, others: ['Đông'] });
  });

  it('lets somebody who has seen both values settle the matter', () => {
    const state = fold(
      { by: lan, base: 0, patch: { hamlet: 'Đông' } },
      { by: minh, base: 0, patch: { hamlet: 'Tây' } },
      { by: lan, base: 2, patch: { hamlet: 'Tây' } },
    );
    expect(state.fields['hamlet']).toEqual({ value: 'Tây', seq: 3, device: lan });
  });

  it('asks nobody when two people wrote the same thing', () => {
    const state = fold(
      { by: lan, base: 0, patch: { phone: '0900000000' } },
      { by: minh, base: 0, patch: { phone: '0900000000' } },
    );
    expect(state.fields['phone']).toEqual({ value: '0900000000', seq: 1, device: lan });
  });

  it('never sees a conflict between one person and themselves', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const state = fold(...steps.map((one) => ({ ...one, by: lan })));
        expect(Object.values(state.fields).some((field) => field.others)).toBe(false);
      }),
    );
  });

  it('adds up lists whose entries have paths of their own', () => {
    const state = fold(
      { by: lan, base: 0, patch: { 'heads/h1': { at: 1 } } },
      { by: minh, base: 0, patch: { 'heads/h2': { at: 2 } } },
    );
    expect(Object.keys(state.fields)).toEqual(['heads/h1', 'heads/h2']);
  });

  it('remembers that something was taken away', () => {
    const state = fold(
      { by: lan, base: 0, patch: { 'papers/id': 'p1' } },
      { by: lan, base: 1, patch: { 'papers/id': null } },
    );
    expect(state.fields['papers/id']?.value).toBeNull();
  });

  it('never loses a value that its overwriter had not seen', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        const before = fold(...steps.slice(0, -1));
        const after = fold(...steps);
        const last = steps.at(-1);
        for (const path of Object.keys(last?.patch ?? {})) {
          const was = before.fields[path];
          const is = after.fields[path];
          if (!was || !last || was.device === last.by || last.base >= was.seq) continue;
          const kept = [is?.value ?? null, ...(is?.others ?? [])];
          expect(kept.some((one) => isSameJson(one, was.value))).toBe(true);
        }
      }),
    );
  });

  it('changes nothing when the same operation is folded again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), step, (steps, last) => {
        const once = fold(...steps, last);
        const again = foldOperation(once, write(last.patch, last.base), { device: last.by, seq: 99 });
        const values = (state: RecordState) =>
          Object.fromEntries(Object.entries(state.fields).map(([path, field]) => [path, field.value]));
        expect(values(again)).toEqual(values(once));
      }),
    );
  });

  it('keeps both where something arrives that its own device had sealed before what came without a place', () => {
    const by = { device: lan, seq: 1, unplaced: 'x' as OpId };
    const straight = foldOperation(undefined, write({ hamlet: 'Đoài' }, 0), by);
    const older = foldOperation(straight, write({ hamlet: 'Đông' }, 0), { device: lan, seq: 2 });
    expect(older.fields['hamlet']).toMatchObject({ value: 'Đông', others: ['Đoài'] });
    const knows = [by.unplaced];
    const later = foldOperation(older, { ...write({ hamlet: 'Đoài' }, 0), knows }, { device: lan, seq: 3 });
    expect(later.fields['hamlet']).toEqual({ value: 'Đoài', seq: 3, device: lan });
    const again = foldOperation(
      straight,
      { ...write({ hamlet: 'Đoài' }, 0), knows },
      { device: lan, seq: 2 },
    );
    expect(again.fields['hamlet']).toEqual({ value: 'Đoài', seq: 1, device: lan });
    const mended = foldOperation(
      straight,
      { ...write({ hamlet: 'Nam' }, 0), knows },
      { device: lan, seq: 2 },
    );
    expect(mended.fields['hamlet']).toEqual({ value: 'Nam', seq: 2, device: lan });
  });

  it('lets the server write its own paths without asking', () => {
    const state = fold(
      { by: 'server', base: 0, patch: { lodging: { state: 'awaitingOffice', at: 1 } } },
      { by: 'server', base: 0, patch: { lodging: { state: 'lodged', at: 2 } } },
    );
    expect(state.fields['lodging']?.others).toBeUndefined();
  });

  it('says when a fold has left more values than there were', () => {
    const before = fold({ by: lan, base: 0, patch: { hamlet: 'Đông' } });
    const by = { device: minh, seq: 2 };
    expect(hasNewConflict(before, foldOperation(before, write({ hamlet: 'Tây' }, 0), by))).toBe(true);
    expect(hasNewConflict(before, foldOperation(before, write({ hamlet: 'Tây' }, 1), by))).toBe(false);
  });

  it('compares values as JSON means them, whatever the order of keys', () => {
    expect(isSameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(isSameJson({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(isSameJson([1, 2], [2, 1])).toBe(false);
    expect(isSameJson({}, [])).toBe(false);
  });
});
