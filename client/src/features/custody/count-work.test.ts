import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { countWork, isWhole } from './count-work.ts';

const view = (record: string, collection: string, values: Patch) => ({
  record: record as RecordId,
  collection,
  values,
  conflicts: {},
});
/** 22 November 2026, 08:00 and the evening before at 23:59, in Vietnam. */
const MORNING = Date.UTC(2026, 10, 22, 1);
const EVENING_BEFORE = Date.UTC(2026, 10, 21, 16, 59);

describe('the work of a day', () => {
  it('is counted as people count it: the session once, the person once, the dossier once', () => {
    const records = [
      view('s', 'session', { day: '2026-11-22', openedAt: MORNING }),
      view('a', 'attendance', { session: 's', 'heads/h': { at: MORNING } }),
      view('c', 'citizen', { fullName: 'Mẫu' }),
      view('y', 'consent', { citizen: 'c', at: MORNING }),
      view('d', 'dossier', { citizen: 'c', begunAt: EVENING_BEFORE }),
      view('p', 'paper', { dossier: 'd', takenAt: MORNING }),
      view('g', 'accountSetup', { citizen: 'c', 'steps/sim': { outcome: 'own', at: MORNING } }),
    ];
    expect(countWork(records, '2026-11-22')).toBe(4);
    expect(countWork(records, '2026-11-21')).toBe(1);
    expect(countWork(records, '2026-11-23')).toBe(0);
  });

  it('does not count what the commune or the portal did', () => {
    const lodged = view('d', 'dossier', {
      finishedAt: EVENING_BEFORE,
      lodging: { state: 'lodged', at: MORNING },
    });
    expect(countWork([lodged], '2026-11-22')).toBe(0);
  });
});

describe('a piece of work that the commune has', () => {
  const received = {
    transport: 'atServer',
    text: 'atServer',
    piecesHere: 0,
    held: false,
    quarantined: false,
  } as const;

  it('has nothing left on the phone, waits for nobody and was not set aside', () => {
    expect(isWhole(received)).toBe(true);
    expect(isWhole({ ...received, transport: 'onDevice' })).toBe(false);
    expect(isWhole({ ...received, piecesHere: 1 })).toBe(false);
    expect(isWhole({ ...received, held: true })).toBe(false);
    expect(isWhole({ ...received, setAside: { seq: 1, code: 'fieldInvalid' } })).toBe(false);
  });
});
