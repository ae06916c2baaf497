import { describe, expect, it } from 'vitest';
import type { Lodging } from '#shared/model/dossier';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { Standing } from './arrange-desk.ts';
import { describeAnswer } from './describe-answer.ts';
import { makeUpPack } from './made-up-pack.ts';
import type { Pack } from './read-pack.ts';

const vi = createTranslator('vi', messagesVi);
const answer = (standing: Standing, changes: Partial<Pack> = {}, holder?: string) =>
  describeAnswer({ pack: makeUpPack('a', changes), standing }, holder, vi);
const lodging = (more: Partial<Lodging>): Lodging => ({ state: 'lodged', at: 1, ...more });
const number = 'H57.13-261122-0003';
const recorded = {
  dossierNo: number,
  evidence: 'officerEntered',
  formatKnown: true,
  by: 'anh Tú',
  at: 2,
} as const;

describe('“Đã nộp trực tuyến chưa?”', () => {
  it('is yes with its number only when the commune says so, and says on whose word', () => {
    const words = answer('lodged', {
      lodging: lodging({ dossierNo: number, evidence: 'officerEntered', by: 'anh Tú' }),
    });
    expect(words).toEqual({
      answer: `Rồi. Mã ${number}`,
      lines: ['Một cửa đã ghi mã', 'Người ghi: anh Tú'],
    });
  });

  it('is not yet yes while the number is only on this device', () => {
    const words = answer('recorded', { recorded });
    expect(words.answer).toBe(`Đã ghi mã ${number}`);
    expect(words.lines).toEqual(['Mã nằm trên máy này; xã nhận rồi mới tính là đã nộp.']);
  });

  it('calls paper at the counter direct, not online', () => {
    const words = answer('lodged', {
      route: 'counter',
      lodging: lodging({ dossierNo: number, evidence: 'officerEntered' }),
    });
    expect(words.answer).toBe(`Đã nhận giấy. Mã ${number}`);
    expect(words.lines.at(-1)).toContain('không tính trực tuyến');
  });

  it('names the other dossier when the commune refused the number, if this device knows it', () => {
    expect(answer('refused', { recorded }, 'Nông Văn Thử, khai sinh').lines[0]).toContain('Nông Văn Thử');
    expect(answer('refused', { recorded }).lines[0]).toContain('một hồ sơ khác của xã');
  });

  it('names the paper that the team is mending', () => {
    const words = answer('needsFix', {
      lodging: lodging({ state: 'needsFix', document: 'authorisationPaper', reason: 'ảnh mờ' }),
    });
    expect(words.lines).toEqual([expect.stringMatching(/: ảnh mờ$/)]);
  });

  it('has an answer for a reason that this version does not know', () => {
    const words = answer('needsPerson', {
      lodging: lodging({ state: 'needsPerson', reason: 'somethingNew' }),
    });
    expect(words.lines).toEqual(['Xem hồ sơ và hỏi người dân.']);
  });
});
