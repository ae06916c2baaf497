import { expect, it } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import { messagesEn } from '../../i18n/messages-en.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { describeDue } from './describe-due.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const at = (text: string) => Date.parse(`${text}:00+07:00`);
const copy = { field: 'hoTich', processingTime: { unit: 'sameDay', amount: 1, cutOff: '15:00' } } as const;

it('says the day alone where nothing stands in between', () => {
  expect(describeDue(copy, at('2026-11-26T09:00'), vi)).toBe('Thứ Năm, 26/11/2026');
});

it('says why it is later', () => {
  expect(describeDue(copy, at('2026-11-26T15:30'), vi)).toBe(
    'Thứ Sáu, 27/11/2026 · Nộp sau 15:00: tính là nhận ngày 27/11/2026',
  );
});

it('says where to call first, in the language of the reader', () => {
  const due = describeDue(
    { field: 'hoTich', processingTime: { unit: 'workingDay', amount: 1 } },
    at('2026-11-23T09:00'),
    en,
  );
  expect(due).toBe('Wednesday, 25/11/2026 · 24/11/2026 may be a holiday, call first');
});

it('gives the hour of what is due within hours, and nothing where no term is known', () => {
  const notice = { field: 'cuTru', processingTime: { unit: 'hour', amount: 1 } } as const;
  expect(describeDue(notice, at('2026-11-26T09:10'), vi)).toBe('10:10, 26/11/2026');
  expect(describeDue({ field: 'cuTru' }, at('2026-11-26T09:10'), vi)).toBeUndefined();
});
