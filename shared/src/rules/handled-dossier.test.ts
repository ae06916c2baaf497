import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../data/holidays.ts';
import { getOfficeHours } from '../../data/office-hours.ts';
import type { Lodging } from '../model/dossier.ts';
import { findDeadline, readLodgedFacts, toHandledDossier } from './handled-dossier.ts';
import { judgeOnTime } from './on-time.ts';

const at = (text: string): number => Date.parse(`2026-${text}:00+07:00`);
const term = {
  time: { unit: 'workingDay', amount: 3 } as const,
  hours: getOfficeHours('baoTroXaHoi'),
  calendar: holidayCalendar,
};
const nothing = { due: undefined, handedOver: undefined, closed: undefined };
const lodging = (more: Partial<Lodging> = {}): Lodging => ({
  ...{ state: 'lodged', at: at('12-01T09:00'), dossierNo: 'H57.13-261201-0003' },
  ...more,
});
const read = (more: Partial<Lodging>, notes: Partial<Parameters<typeof readLodgedFacts>[1]> = {}) => {
  const facts = readLodgedFacts(lodging(more), { ...nothing, ...notes });
  if (!facts) throw new Error('It is lodged.');
  return facts;
};
const due = (...given: Parameters<typeof read>) => findDeadline(read(...given), term);
const printed = (day: string, from = '12-01T09:00') => ({ due: { day, by: 'Tú', at: at(from) } });

describe('the term of a lodged dossier', () => {
  it('begins when the receiving system accepted it, not when its number was known', () => {
    expect(due({})?.dueAt).toBe(at('12-04T17:00'));
    expect(due({ status: 4, acceptedAt: at('12-03T09:00') })?.dueAt).toBe(at('12-08T17:00'));
    expect(due({ status: 5, acceptedAt: null })).toBeUndefined();
  });

  it('is the day on the receipt, without a term of the catalogue too', () => {
    expect(due({}, printed('2026-12-10'))).toMatchObject({
      dueAt: at('12-10T17:00'),
      lines: [{ key: 'deadline.printed', params: { day: '10/12/2026' } }],
    });
    expect(findDeadline(read({}, printed('2026-12-10')), { ...term, time: undefined })?.dueAt).toBe(
      at('12-10T17:00'),
    );
  });

  it('is moved on by what was waited for after the receipt, and not by what was before', () => {
    const pauses = [{ status: 5 as const, askedAt: at('12-02T09:00'), endedAt: at('12-04T09:00') }];
    const waited = { status: 4, acceptedAt: at('12-01T09:00'), pauses };
    expect(due(waited)?.dueAt).toBe(at('12-08T17:00'));
    expect(due(waited, printed('2026-12-10'))?.dueAt).toBe(at('12-14T17:00'));
    expect(due(waited, printed('2026-12-10', '12-04T10:00'))?.dueAt).toBe(at('12-10T17:00'));
  });

  it('stands still for a fee as for papers, and says for which', () => {
    const pauses = [{ status: 6 as const, askedAt: at('12-02T09:00') }];
    const waiting = due({ status: 6, acceptedAt: at('12-01T09:00'), pauses });
    expect(waiting?.dueAt).toBeNull();
    expect(waiting?.lines.at(-1)?.key).toBe('deadline.waitingForPayment');
  });

  it('warns of a printed day that may be a holiday', () => {
    expect(due({}, printed('2027-11-24'))).toMatchObject({
      isDoubtful: true,
      dueAt: Date.parse('2027-11-24T17:00+07:00'),
    });
    expect(due({}, printed('2026-12-10'))?.isDoubtful).toBe(false);
  });
});

describe('what the official formula is given', () => {
  it('counts two requests of the portal as late, though nobody here asked for anything', () => {
    const pauses = [
      { status: 5 as const, askedAt: at('12-01T10:00'), endedAt: at('12-01T11:00') },
      { status: 5 as const, askedAt: at('12-02T10:00'), endedAt: at('12-02T11:00') },
    ];
    const told = { status: 9, ended: { status: 9, at: at('12-03T09:00') }, pauses };
    const judge = (more: Partial<Lodging>) =>
      judgeOnTime(toHandledDossier(read(more), term), at('12-31T17:00'));
    expect(judge(told)).toEqual({ standing: 'late', cause: 'late.supplementedTwice' });
    expect(judge({ ...told, pauses: pauses.slice(1) }).standing).toBe('early');
  });

  it('takes an officer’s own request for a wait only where no portal tells the state', () => {
    const asked = { pauses: [{ askedAt: at('12-02T10:00') }] };
    expect(read(asked).supplements).toEqual([{ requestedAt: at('12-02T10:00'), completedAt: null }]);
    expect(read({ ...asked, status: 4 }).supplements).toEqual([]);
  });
});
