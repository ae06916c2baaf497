import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Patch } from '../model/operation.ts';
import { listPlans } from './session-plan.ts';

const plan = (record: string, values: Patch) => ({ record: record as RecordId, values });

describe('sessions that are to be held', () => {
  it('stand in the order of their days and hours, without those that were opened or given up', () => {
    const plans = [
      plan('later', { day: '2026-11-29', time: '14:00', people: 40 }),
      plan('opened', { day: '2026-11-29', time: '07:00', session: 'x' }),
      plan('dropped', { day: '2026-11-29', time: '07:30', droppedAt: 5 }),
      plan('first', { day: '2026-11-29', time: '08:00', kind: 'school' }),
      plan('passed', { day: '2026-11-20', time: '08:00' }),
    ];
    const listed = listPlans(plans);
    expect(listed.map(({ record }) => record)).toEqual(['passed', 'first', 'later']);
    expect(listed.map(({ kind, people }) => [kind, people])).toEqual([
      ['hamletMeeting', undefined],
      ['school', undefined],
      ['hamletMeeting', 40],
    ]);
  });
});
