import { expect, it } from 'vitest';
import { findProcedure } from '#data/procedures';
import { messagesEn } from '../../i18n/messages-en.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { commonTimes } from '#data/office-times';
import { describeDueDays } from './describe-due.ts';
import { describeFees } from './describe-fees.ts';
import { describePaper } from './describe-paper.ts';
import { describeTimes } from './describe-time.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const NBSP = '\u00a0';
const place = { provinceCode: '20', day: '2026-11-22', takesPost: false };
const find = (code: string) => {
  const procedure = findProcedure(code);
  if (!procedure) throw new Error(`The catalogue has lost ${code}.`);
  return procedure;
};
const sayFees = (code: string, where = place, translator = vi) =>
  describeFees(find(code), where, translator).lines.map((line) => line.replaceAll(NBSP, ' '));

it('says the fee by the rate, before anything is counted', () => {
  expect(sayFees('2.000815')).toEqual([
    '2.000 đ một trang (TT 226/2016/TT-BTC); từ trang thứ 3 trở đi 1.000 đ một trang; cao nhất 200.000 đ một bản',
  ]);
  expect(sayFees('2.000635')).toEqual(['8.000 đ một bản (TT 281/2016/TT-BTC)']);
});

it('says the fee by case and by way of lodging where they differ, and leaves to the council what only it may say', () => {
  expect(sayFees('1.001193')).toEqual([
    'Trong 60 ngày: Miễn lệ phí (163/QĐ-BTP)',
    'Sau 60 ngày: Do HĐND tỉnh quy định – hỏi Trung tâm Phục vụ hành chính công',
  ]);
  expect(sayFees('1.004222', { ...place, day: '2025-09-30' })).toEqual([
    'Nộp trực tuyến: 10.000 đ một hồ sơ (TT 75/2022/TT-BTC)',
    'Nộp trực tiếp: 20.000 đ một hồ sơ (TT 75/2022/TT-BTC)',
  ]);
  expect(sayFees('1.004194', place, en)).toEqual([
    'One person or one household: 7,000 đ for the dossier (TT 75/2022/TT-BTC)',
    'By a list: 5,000 đ for each person on the list (TT 75/2022/TT-BTC)',
  ]);
});

it('says who may be exempt, with the paper', () => {
  expect(describeFees(find('1.004873'), place, vi).exemptions.groups[1]).toBe(
    'Hộ nghèo: mang giấy chứng nhận hộ nghèo',
  );
});

it('says whether paper is taken, on either side of the day on which that changed', () => {
  const say = (code: string, day: string) => describePaper(find(code), day, vi);
  expect(say('1.004222', '2025-09-30')).toEqual([
    'Có nhận giấy đến hết 30/09/2025, và nộp trực tuyến được',
    'Từ 01/10/2025 thì không nhận giấy',
    'Theo 1523/QĐ-BCA-C06',
  ]);
  expect(say('1.004222', '2025-10-01')).toEqual([
    'Không nhận giấy từ 01/10/2025. Ra xã thì cán bộ giúp nộp trên máy.',
    'Theo Chỉ thị 24/CT-TTg ngày 13/09/2025',
  ]);
  expect(say('2.000815', '2026-11-22')[0]).toBe('Chỉ nộp trực tiếp, không nộp trực tuyến được');
  expect(say('1.001193', '2027-03-01')).toEqual(['Chưa rõ. Gọi xã hỏi trước khi đi.']);
});

it('says the longer time of an account without a valid card, and its day', () => {
  expect(describeTimes(find('3.000228'), vi)).toEqual([
    '3 ngày làm việc',
    'Khi chưa có thẻ gắn chip còn hạn: 7 ngày làm việc',
  ]);
  const days = describeDueDays(
    find('3.000228'),
    { now: Date.parse('2026-11-30T09:00:00+07:00'), times: commonTimes },
    en,
  );
  expect(days).toHaveLength(2);
  expect(days[1]).toContain('If there is no valid chip card: ');
  expect(days[1]).not.toContain(String(days[0]));
});
