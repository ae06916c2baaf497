import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findSetup } from './read-setup.ts';

const view = (record: string, values: Patch) => ({
  record: record as RecordId,
  collection: 'accountSetup',
  values,
  conflicts: {},
});
const MAU = new Set(['mau']);
const step = (outcome: string, at: number, actedBy: string) => ({ outcome, at, actedBy });

describe('the way of one citizen', () => {
  it('goes on where it was left, with whoever acted in each step', () => {
    const records = [
      view('of somebody else', { citizen: 'thu', 'steps/papers': step('noCard', 9, 'self') }),
      view('half', {
        citizen: 'mau',
        'steps/sim': step('own', 2, 'assisted'),
        'steps/papers': step('chipCard', 1, 'self'),
      }),
    ];
    expect(findSetup(records, MAU)).toMatchObject({
      record: 'half',
      answers: { papers: 'chipCard', sim: 'own' },
      actors: { papers: 'self', sim: 'assisted' },
      finishedAt: undefined,
    });
  });

  it('is the unfinished one, else the one finished last', () => {
    const old = view('old', { citizen: 'mau', finishedAt: 10 });
    const later = view('later', { citizen: 'mau', finishedAt: 20 });
    expect(findSetup([old, later], MAU)?.record).toBe('later');
    expect(findSetup([later, view('new', { citizen: 'mau' }), old], MAU)?.record).toBe('new');
    expect(findSetup([old], new Set(['nobody']))).toBeUndefined();
  });
});
