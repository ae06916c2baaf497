import { expect, it } from 'vitest';
import { findProcedure, procedures } from '#data/procedures';
import { messagesEn } from '../../i18n/messages-en.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { writeChannels, writeExemptions, writeFeeAmount, writeFeeLine } from '../../i18n/write-fee.ts';
import { workOutFees } from './work-out-fee.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const place = { provinceCode: '20', postAgreement: null, today: '2026-11-22' };
const HA_NOI = { ...place, provinceCode: '01' };
const open = { answers: {}, route: undefined, appointment: undefined };
const find = (code: string) => {
  const procedure = findProcedure(code);
  if (!procedure) throw new Error(`The catalogue has lost ${code}.`);
  return procedure;
};
/** "way: amount" for each way that is open. */
const say = (...[procedure, dossier, where]: Parameters<typeof workOutFees>) =>
  workOutFees(procedure, dossier, where).map(
    ({ channels, fee }) => `${writeChannels(channels, vi)}: ${writeFeeAmount(fee, vi)}`,
  );

it('says how many copies make how much, and by which rule', () => {
  const [fee] = workOutFees(find('2.000635'), { ...open, answers: { copies: 3 } }, place);
  expect(fee?.channels).toEqual(['online', 'direct']);
  expect(fee && writeFeeLine(fee.fee.reason, 'vi')).toBe(
    '8.000\u00a0đ × 3 bản = 24.000\u00a0đ (TT 281/2016/TT-BTC)',
  );
});

it('says both where the ways differ, and one once it is chosen', () => {
  const copies = { ...open, answers: { copies: 3 } };
  const extract = find('2.000635');
  expect(say(extract, copies, HA_NOI)).toEqual(['Nộp trực tuyến: 0 đồng', 'Nộp trực tiếp: 24.000 đồng']);
  expect(say(extract, { ...copies, route: 'counter' }, HA_NOI)).toEqual(['Nộp trực tiếp: 24.000 đồng']);
  expect(say(extract, copies, { ...HA_NOI, postAgreement: '7/TT-BĐ' })[1]).toContain(
    'Gửi bưu điện · Nộp trực tiếp',
  );
});

it('never takes for online what can only be handed in: no copy is free in Hà Nội before or after a way is chosen', () => {
  const copy = { ...open, answers: { pages: 3, copies: 1 } };
  for (const route of [undefined, 'counter', 'authorisedForward'] as const)
    expect(say(find('2.000815'), { ...copy, route }, HA_NOI)).toEqual(['Nộp trực tiếp: 5.000 đồng']);
});

it('names who may be exempt, with the paper, without having asked and without taking anything off', () => {
  const fees = workOutFees(find('1.004222'), open, place).map(({ fee }) => fee);
  expect(fees[0]?.amount).toBe(10_000);
  expect(writeExemptions(fees, vi)).toEqual({
    heading: 'Có thể được miễn (TT 75/2022/TT-BTC Điều 4):',
    groups: [
      'Trẻ em: mang giấy khai sinh hoặc số định danh của trẻ',
      'Người cao tuổi: mang thẻ căn cước có ngày sinh',
      'Đồng bào dân tộc thiểu số ở xã khó khăn: mang giấy tờ có ghi dân tộc, và xã ở trong danh sách xã khó khăn',
    ],
  });
  const late = workOutFees(find('1.001193'), { ...open, answers: { childDateOfBirth: '2026-01-01' } }, place);
  expect(
    writeExemptions(
      late.map(({ fee }) => fee),
      en,
    ).groups[1],
  ).toBe('A poor household: bring the certificate of a poor household');
  const free = workOutFees(find('1.010041'), open, place).map(({ fee }) => fee);
  expect(writeExemptions(free, vi).groups).toEqual([]);
});

it('can be said of every procedure, in both languages, with no blank left open', () => {
  for (const procedure of procedures)
    for (const where of [place, HA_NOI])
      for (const { channels, fee } of workOutFees(procedure, open, where))
        for (const translator of [vi, en]) {
          const lines = fee.lines.map((line) => writeFeeLine(line, translator.language));
          const said = [
            ...lines,
            writeChannels(channels, translator),
            ...writeExemptions([fee], translator).groups,
          ];
          expect(said.join(' ')).not.toMatch(/[{}]/);
        }
});
