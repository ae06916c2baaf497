/** Sentences as they come out, in both languages. */
import { describe, expect, it } from 'vitest';
import { messagesEn } from './messages-en.ts';
import { messagesVi } from './messages-vi.ts';
import { createTranslator } from './translate.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);

describe('a sentence', () => {
  it('is found by its file and its key', () => {
    expect(vi.t('frame.nav.today')).toBe('Hôm nay');
    expect(en.t('frame.nav.today')).toBe('Today');
  });

  it('takes in names and numbers, written as the language writes them', () => {
    expect(vi.t('custody.bar.waiting', { count: 1234 })).toBe('Đã lưu hết · 1.234 việc chờ sóng');
    expect(en.t('custody.bar.waiting', { count: 1234 })).toBe('All saved · 1,234 waiting for signal');
    expect(vi.t('custody.state.awaitingCitizenDay', { name: 'bác Mẫu', day: '25/11' })).toBe(
      'Chờ bác Mẫu tự nộp · hẹn 25/11',
    );
  });

  it('leaves a code or a year that comes as text alone', () => {
    expect(vi.t('custody.state.lodged', { number: '20261122' })).toBe('Đã nộp · mã 20261122');
  });

  it('counts one and many in English, and only many in Vietnamese', () => {
    expect(en.t('lock.wrong', { count: 1 })).toBe('That is not the PIN. 1 try left.');
    expect(en.t('lock.wrong', { count: 4 })).toBe('That is not the PIN. 4 tries left.');
    expect(vi.t('lock.wrong', { count: 1 })).toBe('Mã chưa đúng. Còn 1 lần thử.');
  });

  it('does not read a brace in a name as a parameter of its own', () => {
    expect(vi.t('today.greeting', { name: '{count}' })).toBe('Chào {count}');
  });
});
