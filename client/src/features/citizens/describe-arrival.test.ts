import { expect, it } from 'vitest';
import { describeArrival } from './describe-arrival.ts';
import { emptyDraft } from './person-draft.ts';

const mau = { ...emptyDraft, born: '02/03/1947', sex: 'female' as const };
const answers = { need: 'account', wasCounted: false };
const countOn = (day: string) => describeArrival({ communeNow: () => Date.parse(day) }, mau, answers);

it('counts somebody by their age on the day that the commune has', () => {
  expect(countOn('2026-11-22')).toEqual({ sex: 'female', ageBand: 'from60', ...answers });
});

it('leaves the age open on a phone whose clock stands at 1970', () => {
  expect(countOn('1970-01-05')).toEqual({ sex: 'female', ageBand: undefined, ...answers });
});
