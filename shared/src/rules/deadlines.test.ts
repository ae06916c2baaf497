import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineTexts } from '../../data/deadline-texts.ts';
import { holidayCalendar } from '../../data/holidays.ts';
import { getOfficeHours } from '../../data/office-hours.ts';
import { fillBlanks } from './bilingual-text.ts';
import type { DeadlineQuestion, Supplement } from './deadlines.ts';
import { countDeadline, findSupplementDay } from './deadlines.ts';
import { findClosing, findHoliday, getVietnamInstant } from './office-days.ts';
import type { ProcedureField, ProcessingTime } from './procedure.ts';
import { getVietnamDay } from './vietnam-day.ts';

/** `2026-11-25 14:05`, in Vietnam. */
const at = (text: string) => getVietnamInstant(text.slice(0, 10), text.slice(11));

interface Case {
  readonly field?: ProcedureField;
  readonly unit: ProcessingTime['unit'];
  readonly amount?: number;
  readonly receivedAt: string;
  readonly supplements?: readonly Supplement[];
}

function ask({ field = 'baoTroXaHoi', unit, amount = 1, receivedAt, supplements = [] }: Case) {
  return countDeadline({
    time: { unit, amount },
    receivedAt: at(receivedAt),
    supplements,
    hours: getOfficeHours(field),
    calendar: holidayCalendar,
  });
}

/** In Vietnam, as `ask` takes it. */
function due(question: Case): string | null {
  const { dueAt } = ask(question);
  if (dueAt === null) return null;
  return `${getVietnamDay(dueAt)} ${new Date(dueAt + 25_200_000).toISOString().slice(11, 16)}`;
}

const keys = (question: Case) => ask(question).lines.map((line) => line.key);
const read = (question: Case, language: 'vi' | 'en' = 'vi') =>
  ask(question).lines.map((line) => fillBlanks(deadlineTexts[line.key][language], line.params));

describe('a copy of a civil-status extract', () => {
  const copy = { field: 'hoTich', unit: 'sameDay' } as const;

  it('is due the same day until 15:00 and the next working day from then on', () => {
    expect(due({ ...copy, receivedAt: '2026-11-25 15:00' })).toBe('2026-11-25 17:00');
    expect(due({ ...copy, receivedAt: '2026-11-25 15:01' })).toBe('2026-11-26 17:00');
    expect(due({ ...copy, receivedAt: '2026-11-27 15:01' })).toBe('2026-11-30 17:00');
  });

  it('says why, in both languages', () => {
    expect(read({ ...copy, receivedAt: '2026-11-25 15:01' })).toEqual([
      'Nộp sau 15:00: tính là nhận ngày 26/11/2026',
      'Trả trong ngày nhận',
    ]);
    expect(read({ ...copy, receivedAt: '2026-11-28 09:00' }, 'en')).toEqual([
      'Out of hours: counts as received on 30/11/2026',
      'Handed back on the day of receipt',
    ]);
  });

  it('keeps a cut-off of its own where the procedure names one', () => {
    const question: DeadlineQuestion = {
      time: { unit: 'sameDay', amount: 1, cutOff: '16:00' },
      receivedAt: at('2026-11-25 15:30'),
      hours: getOfficeHours('hoTich'),
      calendar: holidayCalendar,
    };
    expect(countDeadline(question).dueAt).toBe(at('2026-11-25 17:00'));
  });
});

describe('working days', () => {
  it('begin on the day after receipt and leave out weekends', () => {
    expect(due({ unit: 'workingDay', amount: 3, receivedAt: '2026-11-25 08:00' })).toBe('2026-11-30 17:00');
  });

  it('leave out Tết and say so', () => {
    const question = { unit: 'workingDay', amount: 3, receivedAt: '2026-02-12 09:00' } as const;
    expect(due(question)).toBe('2026-02-24 17:00');
    expect(read(question).at(-1)).toBe('Nghỉ lễ: 14/02/2026–22/02/2026');
  });

  it('count a swapped Saturday and not the Monday it was swapped for', () => {
    expect(due({ unit: 'workingDay', amount: 1, receivedAt: '2026-08-21 09:00' })).toBe('2026-08-22 17:00');
    expect(due({ unit: 'workingDay', amount: 1, receivedAt: '2026-08-28 09:00' })).toBe('2026-09-03 17:00');
  });
});

describe('a day that may be a holiday', () => {
  it('promises nobody a result and says to call first', () => {
    const question = { unit: 'workingDay', amount: 1, receivedAt: '2026-11-23 09:00' } as const;
    expect(due(question)).toBe('2026-11-25 17:00');
    expect(ask(question).isDoubtful).toBe(true);
    expect(read(question).at(-1)).toBe('24/11/2026 có thể nghỉ, gọi trước');
  });

  it('is said also where it lies in between only', () => {
    expect(ask({ unit: 'day', amount: 5, receivedAt: '2026-11-20 09:00' }).isDoubtful).toBe(true);
    expect(ask({ unit: 'workingDay', amount: 1, receivedAt: '2026-11-25 09:00' }).isDoubtful).toBe(false);
  });

  it('is no holiday for whoever counts by the confirmed calendar alone', () => {
    const confirmed = holidayCalendar.days.filter((day) => day.status === 'confirmed');
    const answer = countDeadline({
      time: { unit: 'workingDay', amount: 1 },
      receivedAt: at('2026-11-23 09:00'),
      hours: getOfficeHours('hoTich'),
      calendar: { ...holidayCalendar, days: confirmed },
    });
    expect(answer).toMatchObject({ dueAt: at('2026-11-24 17:00'), isDoubtful: false });
  });

  it('is every day that the calendar does not reach', () => {
    const question = { unit: 'workingDay', amount: 5, receivedAt: '2027-12-30 09:00' } as const;
    expect(ask(question).isDoubtful).toBe(true);
    expect(keys(question)).toContain('deadline.calendarEnds');
  });
});

describe('days and months of the calendar', () => {
  it('run through weekends and end on no day off', () => {
    expect(due({ unit: 'day', amount: 15, receivedAt: '2026-11-02 09:00' })).toBe('2026-11-17 17:00');
    const onSunday = { unit: 'day', amount: 4, receivedAt: '2026-11-25 09:00' } as const;
    expect(due(onSunday)).toBe('2026-11-30 17:00');
    expect(read(onSunday)).toContain('Hết hạn vào ngày nghỉ 29/11/2026: trả vào ngày làm việc sau đó');
  });

  it('end a month on its last day where it has no 31st, then move off the weekend', () => {
    expect(due({ unit: 'month', amount: 1, receivedAt: '2026-03-31 09:00' })).toBe('2026-05-04 17:00');
    expect(due({ unit: 'month', amount: 1, receivedAt: '2026-06-15 09:00' })).toBe('2026-07-15 17:00');
  });
});

describe('the police', () => {
  it('count a residence dossier of Saturday morning from Saturday', () => {
    const saturday = { unit: 'workingDay', amount: 1, receivedAt: '2026-11-28 09:00' } as const;
    expect(due({ ...saturday, field: 'cuTru' })).toBe('2026-11-30 17:00');
    expect(due({ ...saturday, field: 'cuTru', receivedAt: '2026-11-28 11:31' })).toBe('2026-12-01 17:00');
  });

  it('count level-2 identification (3.000228) from Monday', () => {
    const saturday = { unit: 'workingDay', amount: 3, receivedAt: '2026-11-28 09:00' } as const;
    expect(due({ ...saturday, field: 'dinhDanh' })).toBe('2026-12-03 17:00');
    expect(due({ ...saturday, field: 'cuTru' })).toBe('2026-12-02 17:00');
  });

  it('have an hour for a notice of stay, and stand still over Sunday', () => {
    const notice = { field: 'cuTru', unit: 'hour' } as const;
    expect(due({ ...notice, receivedAt: '2026-11-25 09:10' })).toBe('2026-11-25 10:10');
    expect(due({ ...notice, receivedAt: '2026-11-28 20:00' })).toBe('2026-11-30 08:30');
    expect(due({ ...notice, amount: 24, receivedAt: '2026-11-28 09:00' })).toBe('2026-11-30 09:00');
  });
});

describe('a supplement', () => {
  const question = { unit: 'workingDay', amount: 3, receivedAt: '2026-12-01 09:00' } as const;
  const pause = (from: string, to: string | null): Supplement => ({
    requestedAt: at(from),
    completedAt: to === null ? null : at(to),
  });

  it('stops the clock from the request to the answer', () => {
    expect(due(question)).toBe('2026-12-04 17:00');
    const supplements = [pause('2026-12-02 10:00', '2026-12-04 10:00')];
    expect(due({ ...question, supplements })).toBe('2026-12-08 17:00');
    expect(read({ ...question, supplements })).toContain('Không tính thời gian chờ bổ sung (1 lần)');
  });

  it('leaves no due instant while it is awaited', () => {
    const supplements = [pause('2026-12-02 10:00', null)];
    expect(due({ ...question, supplements })).toBeNull();
    expect(read({ ...question, supplements }).at(-1)).toBe('Chờ bổ sung từ ngày 02/12/2026, chưa tính tiếp');
  });

  it('that comes after the due instant saves nothing', () => {
    const supplements = [pause('2026-12-07 10:00', '2026-12-09 10:00')];
    expect(due({ ...question, supplements })).toBe('2026-12-04 17:00');
  });

  it('counts once where two overlap', () => {
    const once = [pause('2026-12-02 10:00', '2026-12-04 10:00')];
    const twice = [...once, pause('2026-12-03 10:00', '2026-12-04 10:00')];
    expect(due({ ...question, supplements: twice })).toBe(due({ ...question, supplements: once }));
    const days = { unit: 'day', amount: 10, receivedAt: '2026-12-01 09:00' } as const;
    const within = [
      pause('2026-12-02 10:00', '2026-12-08 10:00'),
      pause('2026-12-03 10:00', '2026-12-04 10:00'),
    ];
    expect(due({ ...days, supplements: within })).toBe('2026-12-17 17:00');
  });

  it('stops hours too', () => {
    const hours = { field: 'cuTru', unit: 'hour', amount: 4, receivedAt: '2026-12-01 09:00' } as const;
    const supplements = [pause('2026-12-01 10:00', '2026-12-01 12:00')];
    expect(due({ ...hours, supplements })).toBe('2026-12-01 15:00');
  });
});

describe('the last day for what was asked for', () => {
  it('counts working days, and a day that only may be a holiday as worked', () => {
    const days = { amount: 7, unit: 'workingDay' } as const;
    expect(findSupplementDay(days, at('2026-11-20 16:30'), holidayCalendar)).toBe('2026-12-01');
    expect(findSupplementDay(days, at('2026-08-27 09:00'), holidayCalendar)).toBe('2026-09-10');
  });

  it('does not end on a day on which nobody takes it', () => {
    const days = { amount: 5, unit: 'day' } as const;
    expect(findSupplementDay(days, at('2026-11-23 09:00'), holidayCalendar)).toBe('2026-11-30');
  });
});

describe('whatever comes in', () => {
  const MINUTE = 60_000;
  const DAY = 1_440 * MINUTE;
  const instant = fc
    .integer({ min: 0, max: 720 * 1_440 })
    .map((minutes) => at('2026-01-01 00:00') + minutes * MINUTE);
  const field = fc.constantFrom<ProcedureField>('hoTich', 'cuTru', 'dinhDanh', 'baoTroXaHoi');
  const time = fc.record<ProcessingTime>({
    unit: fc.constantFrom<ProcessingTime['unit'][]>('hour', 'sameDay', 'workingDay', 'day', 'month'),
    amount: fc.integer({ min: 1, max: 12 }),
  });
  const wait = fc.integer({ min: 0, max: 20 * 1_440 }).map((minutes) => minutes * MINUTE);
  const supplements = fc.array(fc.record({ after: wait, lasts: wait }), { maxLength: 3 });

  const arrival = { of: field, term: time, receivedAt: instant };

  interface Arrival {
    readonly of: ProcedureField;
    readonly term: ProcessingTime;
    readonly receivedAt: number;
  }
  const count = ({ of, term, receivedAt }: Arrival, asked: readonly Supplement[] = []) => {
    const place = { hours: getOfficeHours(of), calendar: holidayCalendar };
    return countDeadline({ ...place, time: term, receivedAt, supplements: asked }).dueAt ?? NaN;
  };

  it('is due on a day on which its office works, and not before it came in', () => {
    const arrivals = fc.record({ ...arrival, supplements });
    fc.assert(
      fc.property(arrivals, ({ supplements: waits, ...came }) => {
        const asked = waits.map(({ after, lasts }) => {
          const requestedAt = came.receivedAt + after;
          return { requestedAt, completedAt: requestedAt + lasts };
        });
        const dueAt = count(came, asked);
        const day = getVietnamDay(dueAt);
        expect(findHoliday(holidayCalendar, day)).toBeUndefined();
        expect(findClosing(holidayCalendar, getOfficeHours(came.of), day)).toBeDefined();
        expect(dueAt).toBeGreaterThanOrEqual(came.receivedAt);
      }),
    );
  });

  it('is due no earlier for coming in later', () => {
    fc.assert(
      fc.property(fc.record({ ...arrival, delay: wait }), ({ delay, ...came }) => {
        const afterwards = { ...came, receivedAt: came.receivedAt + delay };
        expect(count(afterwards)).toBeGreaterThanOrEqual(count(came));
      }),
    );
  });

  it('is due no earlier for a supplement, nor for one that takes longer', () => {
    const more = fc.integer({ min: 0, max: 15 }).map((days) => days * DAY);
    const arrivals = fc.record({ ...arrival, after: wait, lasts: wait, more });
    fc.assert(
      fc.property(arrivals, ({ after, lasts, more: extra, ...came }) => {
        const requestedAt = came.receivedAt + after;
        const short = count(came, [{ requestedAt, completedAt: requestedAt + lasts }]);
        const long = count(came, [{ requestedAt, completedAt: requestedAt + lasts + extra }]);
        expect(short).toBeGreaterThanOrEqual(count(came));
        expect(long).toBeGreaterThanOrEqual(short);
      }),
    );
  });
});
