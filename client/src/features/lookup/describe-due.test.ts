import { expect, it } from 'vitest';
import { commonTimes as times, createOfficeTimes } from '#data/office-times';
import { createTranslator } from '../../i18n/translate.ts';
import { messagesEn } from '../../i18n/messages-en.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { describeDue } from './describe-due.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const at = (text: string) => Date.parse(`${text}:00+07:00`);
const copy = { field: 'hoTich', processingTime: { unit: 'sameDay', amount: 1, cutOff: '15:00' } } as const;

it('says the day alone where nothing stands in between', () => {
  expect(describeDue(copy, { now: at('2026-11-26T09:00'), times }, vi)).toBe('Thứ Năm, 26/11/2026');
});

it('says why it is later', () => {
  expect(describeDue(copy, { now: at('2026-11-26T15:30'), times }, vi)).toBe(
    'Thứ Sáu, 27/11/2026 · Nộp sau 15:00: tính là nhận ngày 27/11/2026',
  );
});

it('says where to call first, in the language of the reader', () => {
  const due = describeDue(
    { field: 'hoTich', processingTime: { unit: 'workingDay', amount: 1 } },
    { now: at('2026-11-23T09:00'), times },
    en,
  );
  expect(due).toBe('Wednesday, 25/11/2026 · 24/11/2026 may be a holiday, call first');
});

it('goes by what the commune says of its days', () => {
  const refused = { date: '2026-11-24', kind: 'holiday', status: 'refused', legalBasis: 'x' } as const;
  const own = createOfficeTimes({ days: [refused], hours: null });
  const procedure = { field: 'hoTich', processingTime: { unit: 'workingDay', amount: 1 } } as const;
  expect(describeDue(procedure, { now: at('2026-11-23T09:00'), times: own }, en)).toBe('Tuesday, 24/11/2026');
});

it('gives the hour of what is due within hours, and nothing where no term is known', () => {
  const notice = { field: 'cuTru', processingTime: { unit: 'hour', amount: 1 } } as const;
  expect(describeDue(notice, { now: at('2026-11-26T09:10'), times }, vi)).toBe('10:10, 26/11/2026');
  expect(describeDue({ field: 'cuTru' }, { now: at('2026-11-26T09:10'), times }, vi)).toBeUndefined();
});
