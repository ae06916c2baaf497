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

  it('says whose word it was before the portal was read, and asks where the portal has no such number', () => {
    const wordBefore = { evidence: 'officerEntered', by: 'anh Tú', at: 1 } as const;
    const read = lodging({ dossierNo: number, evidence: 'portalRead', wordBefore });
    expect(answer('lodged', { lodging: read }).lines).toEqual([
      'Cổng Dịch vụ công đã xác nhận',
      'Trước đó: Một cửa đã ghi mã. Người ghi: anh Tú',
    ]);
    const unknown = lodging({ dossierNo: number, evidence: 'officerEntered', notFoundAt: 1_795_309_200_000 });
    expect(answer('lodged', { lodging: unknown }).lines[0]).toMatch(
      /không thấy mã này .*22\/11.*Đã so, mã đúng/,
    );
    const numberChecked = { dossierNo: number, by: 'anh Tú', at: 3 };
    expect(answer('lodged', { lodging: unknown, numberChecked }).lines).toHaveLength(1);
  });

  it('is not yet yes while the number is only on this device', () => {
    const words = answer('recorded', { recorded });
    expect(words.answer).toBe(`Đã ghi mã ${number}`);
    expect(words.lines).toEqual(['Mã nằm trên máy này; xã nhận rồi mới tính là đã nộp.']);
  });

  it('says that the number was taken away while the commune does not know it yet; what the portal says stands', () => {
    const isNumberTakenAway = true;
    const written = lodging({ dossierNo: number, evidence: 'officerEntered', notFoundAt: 5 });
    expect(answer('lodged', { lodging: written, isNumberTakenAway })).toEqual({
      answer: `Đã rút mã ${number}`,
      lines: ['Lời rút còn trên máy này; xã nhận rồi thì ghi mã khác được.'],
    });
    const read = lodging({ dossierNo: number, evidence: 'portalRead' });
    expect(answer('lodged', { lodging: read, isNumberTakenAway }).answer).toBe(`Rồi. Mã ${number}`);
  });

  it('calls paper at the counter direct, not online', () => {
    const words = answer('lodged', {
      route: 'counter',
      lodging: lodging({ dossierNo: number, evidence: 'officerEntered' }),
    });
    expect(words.answer).toBe(`Đã nhận giấy. Mã ${number}`);
    expect(words.lines.at(-1)).toContain('không tính trực tuyến');
  });

  it.each([
    ['post', 'Đã nộp qua bưu điện.'],
    [undefined, 'Đã có mã'],
    ['policeInPerson', 'Đã có mã'],
  ] as const)('is no yes for what does not count as online: %s', (route, words) => {
    const said = answer('lodged', { route, lodging: lodging({ dossierNo: number }) });
    expect(said.answer).not.toMatch(/^Rồi/);
    expect(said.answer).toContain(words);
    expect(said.answer).toContain(number);
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

  it('says of a dossier that its citizen stopped why it stood there before, and that it is back only once it is', () => {
    const stopped = (more: Partial<Lodging>) =>
      answer('needsPerson', {
        lodging: lodging({ state: 'needsPerson', reason: 'consentWithdrawn', ...more }),
      });
    const [why, ...rest] = stopped({}).lines;
    expect(why).toContain('không muốn nộp nữa');
    expect(rest).toEqual([]);
    const under = stopped({ packNumber: 'G1', doubts: ['packVanished'] });
    expect(under.answer).toBe('Không nộp: người dân đã rút lại đồng ý');
    expect(under.lines.slice(1)).toEqual([
      'Bộ G1 còn ở Cổng Dịch vụ công: đang rút về, chưa xong.',
      'Trước đó: Cổng Dịch vụ công không tìm thấy bộ này.',
    ]);
    const failed = stopped({ packNumber: 'G1', doubts: ['somethingNew', 'notTakenBack'] });
    expect(failed.lines.slice(1)).toEqual([
      'Trước đó: hồ sơ đang chờ cán bộ xem.',
      'Rút bộ G1 nhiều lần không xong. Mở Cổng Dịch vụ công rút bộ ấy.',
    ]);
    const back = stopped({ packNumber: 'G1', doubts: ['packVanished'], recalledAt: 1_795_309_200_000 });
    expect(back.lines.slice(1)).toEqual([
      expect.stringMatching(/^Bộ G1 đã rút về khỏi Cổng Dịch vụ công, .*22\/11/),
    ]);
    const one = stopped({ packNumber: 'G1', doubts: ['severalPacks'], recalledAt: 1_795_309_200_000 });
    expect(one.lines.at(-1)).toContain('nhiều bộ giống nhau');
  });

  it('has an answer for a reason that this version does not know', () => {
    const words = answer('needsPerson', {
      lodging: lodging({ state: 'needsPerson', reason: 'somethingNew' }),
    });
    expect(words.lines).toEqual(['Xem hồ sơ và hỏi người dân.']);
  });
});
