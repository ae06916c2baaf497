import { expect, it } from 'vitest';
import { checkPatch } from './collection.ts';
import { sessionPlan } from './session-plan.ts';

const plan = { place: 'Nhà văn hóa', day: '2026-11-29', time: '08:00', kind: 'hamletMeeting', people: 40 };

it('holds what a volunteer writes, and nothing that is no time of a day', () => {
  expect(checkPatch(sessionPlan, { ...plan, by: 'Lành' }, 'volunteer').ok).toBe(true);
  for (const time of ['24:00', '8:00', '08:60', 'sáng'])
    expect(checkPatch(sessionPlan, { time }, 'volunteer')).toMatchObject({
      error: { code: 'fieldInvalid', field: 'time' },
    });
  expect(checkPatch(sessionPlan, plan, 'officer')).toMatchObject({ error: { code: 'notAllowed' } });
});
