import { describe, expect, it } from 'vitest';
import { commonTimes } from '#data/office-times';
import { accountSteps } from '#data/account-steps';
import { findProcedure } from '#data/procedures';
import { type Lodging, type Route, routes } from '#shared/model/dossier';
import { listFields } from '#shared/rules/form-definition';
import { messagesEn } from '../../i18n/messages-en.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { describeSlip, type SlipWish } from './describe-slip.ts';
import { MADE_UP_NUMBER, madeUpHelper, makeUpDossier, makeUpFacts } from './made-up-facts.ts';
import type { DossierFacts } from './read-slip-facts.ts';
import { groupCode } from './slip.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const wish: SlipWish = {
  helper: madeUpHelper,
  at: Date.parse('2026-11-22T07:05:00Z'),
  isPractice: false,
  times: commonTimes,
};

function describeOne(dossier: DossierFacts, translator = vi) {
  return describeSlip(makeUpFacts({ dossiers: [dossier] }), wish, translator);
}

/** Every outcome of every step, however far the guide goes. */
const everyWay = accountSteps.flatMap(({ id, outcomes }) =>
  outcomes.map((outcome) => {
    const others = accountSteps.map((step) => [step.id, step.outcomes[0]?.id] as const);
    return { ...Object.fromEntries(others), [id]: outcome.id };
  }),
);

const states: readonly Lodging[] = [
  { state: 'awaitingCitizen', at: 1 },
  { state: 'awaitingOffice', at: 1 },
  { state: 'needsFix', at: 1, reason: `ghi ${MADE_UP_NUMBER} bị mờ`, document: 'oldCivilStatusPaper' },
  { state: 'needsPerson', at: 1 },
];

describe('whose slip it is', () => {
  it('has the name as the person wants it and the last four digits', () => {
    const slip = describeSlip(makeUpFacts(), { ...wish, name: ' bà Mẫu ' }, vi);
    expect(slip).toMatchObject({ name: 'bà Mẫu', number: 'Số căn cước ••••••••4567', commune: 'Xã Ví Dụ' });
    expect(slip.asOf).toBe('14:05, 22/11/2026');
  });

  it('does without a number, and says when the people are made up', () => {
    const slip = describeSlip(makeUpFacts({ personalId: undefined }), { ...wish, isPractice: true }, vi);
    expect(slip.number).toBeUndefined();
    expect(slip.title).toBe('Phiếu hướng dẫn (tập)');
  });
});

describe('what never stands on a slip', () => {
  const procedure = findProcedure('2.000635');
  if (!procedure) throw new Error('The catalogue has lost its first procedure.');
  const answers = Object.fromEntries(
    listFields(procedure.form).map(({ id, type, choices }, at) => [
      id,
      type === 'choice' ? (choices?.at(-1)?.id ?? '') : `Lời khai ${at} 0987000${100 + at}`,
    ]),
  );
  const steps = { papers: 'chipCard', vneid: 'lockedOut' };
  const all = [undefined, ...states].flatMap((lodging) =>
    [...routes, undefined].flatMap((route) =>
      [vi, en].map((translator) =>
        JSON.stringify(
          describeSlip(
            makeUpFacts({ steps, dossiers: [makeUpDossier({ answers, lodging, route })] }),
            wish,
            translator,
          ),
        ),
      ),
    ),
  );

  it('is the full number, also where an officer wrote it into the reason of a return', () => {
    for (const text of all) {
      expect(text).toContain('4567');
      expect(text).not.toMatch(/\d{9}/);
    }
  });

  it('is any answer of the form', () => {
    for (const text of all) expect(text).not.toMatch(/Lời khai|0987000/);
  });

  it('is a password, a code or a place for one, whatever was chosen in the account guide', () => {
    const keys = new Set<string>();
    for (const way of everyWay) {
      const slip = describeSlip(makeUpFacts({ steps: way }), wish, vi);
      JSON.stringify(slip, (key: string, value: unknown) => (keys.add(key), value));
      const said = JSON.stringify(slip).replace('bấm Quên mật khẩu. Mật khẩu mới do bác tự đặt.', '');
      expect(said).not.toMatch(/mật khẩu|passcode|OTP/i);
    }
    expect([...keys].filter((key) => /pass|secret|pin|otp/i.test(key))).toEqual([]);
  });

  it('is where somebody lives', () => {
    expect(Object.keys(makeUpFacts()).filter((key) => /residence|address|hamlet/i.test(key))).toEqual([]);
  });
});

describe('where a dossier stands, on every route', () => {
  it('says lodged on none of them before the server has said so', () => {
    for (const route of routes) {
      for (const lodging of [undefined, ...states]) {
        const { dossiers, next } = describeOne(makeUpDossier({ route, lodging }));
        expect(JSON.stringify([dossiers, next])).not.toContain('Đã nộp');
        const english = describeOne(makeUpDossier({ route, lodging }), en);
        expect(JSON.stringify(english.dossiers)).not.toMatch(/Lodged/);
      }
      const before = describeOne(makeUpDossier({ route })).dossiers[0];
      expect(before?.standing).toBe('Soạn xong, chưa nộp');
    }
  });

  it('says lodged with the number and whose word it is', () => {
    const lodging = {
      state: 'lodged',
      at: 1,
      dossierNo: 'H57.13-261122-0003',
      evidence: 'citizenShown',
    } as const;
    const { dossiers, next } = describeOne(makeUpDossier({ lodging }));
    expect(dossiers[0]?.standing).toBe('Đã nộp · mã H57.13-261122-0003 · Theo biên nhận người dân đưa');
    expect(next).toEqual([{ what: 'Giữ mã hồ sơ, chờ kết quả.', when: undefined, details: [] }]);
  });

  it('has the due date of the official receipt, until the office has waited since then or is done', () => {
    const lodging = { state: 'lodged', at: 1, dossierNo: 'H57.13-261122-0003' } as const;
    const due = { day: '2026-12-04', by: 'Lành', at: 5 };
    const listDetails = (more: Partial<Lodging>) =>
      describeOne(makeUpDossier({ due, lodging: { ...lodging, ...more } })).next[0]?.details;
    expect(listDetails({})).toEqual(['Hẹn trả theo giấy tiếp nhận: 04/12/2026.']);
    expect(listDetails({ pauses: [{ status: 5, askedAt: 4, endedAt: 5 }] })).toHaveLength(1);
    expect(listDetails({ pauses: [{ status: 5, askedAt: 6, endedAt: 7 }] })).toEqual([]);
    expect(listDetails({ ended: { status: 9, at: 6 } })).toEqual([]);
  });

  it('calls a number that was only typed here a number that waits', () => {
    const recordedNumber = {
      dossierNo: 'H57.13-261122-0003',
      evidence: 'citizenShown',
      formatKnown: true,
      by: 'x',
      at: 1,
    } as const;
    expect(describeOne(makeUpDossier({ recordedNumber })).dossiers[0]?.standing).toBe(
      'Đã ghi mã H57.13-261122-0003, chờ xã nhận',
    );
  });

  it('uses the words of the chain of custody, with the name and the day', () => {
    const appointment = { day: '2026-11-25', part: 'morning', place: '' } as const;
    const dossier = makeUpDossier({ lodging: { state: 'awaitingCitizen', at: 1 }, appointment });
    const named = describeSlip(makeUpFacts({ dossiers: [dossier] }), { ...wish, name: 'bà Mẫu' }, vi);
    expect(named.dossiers[0]?.standing).toBe('Chờ bà Mẫu tự nộp · hẹn 25/11/2026');
  });

  it('names the paper that is to be mended and no free words', () => {
    const lodging = states[2];
    expect(describeOne(makeUpDossier({ lodging })).dossiers[0]?.standing).toBe(
      'Cần sửa: Giấy hộ tịch cũ (bản chính hoặc bản sao)',
    );
  });
});

describe('the code for the desk', () => {
  it('stands only on what the desk can open: a finished dossier', () => {
    expect(describeOne(makeUpDossier()).dossiers[0]?.code).toBe('ABCDEFGHIJ2345672');
    expect(describeOne(makeUpDossier({ finishedAt: undefined })).dossiers[0]?.code).toBeUndefined();
    expect(groupCode('ABCDEFGHIJ2345672')).toBe('ABCD EFGH IJ23 45672');
  });
});

describe('what comes next', () => {
  it('says day, place and what to bring, and whom to go to, on each route', () => {
    const appointment = { day: '2026-11-25', part: 'morning', place: 'UBND xã Ví Dụ' } as const;
    const scanned = ['oldCivilStatusPaper'];
    const read = (route: Route, day: string = appointment.day) =>
      describeOne(makeUpDossier({ route, appointment: { ...appointment, day }, scanned })).next[0];
    const caution = 'Ngày này có thể nghỉ, gọi trước.';
    expect(read('counter', '2026-11-24')?.details).toContain(caution);
    expect(read('selfOwnPhone', '2026-11-24')?.details).toContain(caution);
    expect(read('counter')?.details).not.toContain(caution);
    expect(read('counter', '2026-11-29')?.details).toContain('Cuối tuần xã có thể nghỉ, gọi trước.');
    expect(read('counter')).toEqual({
      what: 'Bác ra một cửa của xã nộp giấy.',
      when: 'Thứ Tư, 25/11/2026, buổi sáng, tại UBND xã Ví Dụ',
      details: ['Mang theo: thẻ căn cước, Giấy hộ tịch cũ (bản chính hoặc bản sao).'],
    });
    expect(read('assistedAtCentre')?.details[0]).toMatch(
      /^Mang theo: điện thoại của bác, thẻ căn cước, Giấy/,
    );
    expect(read('selfOwnPhone')?.details[0]).toMatch(/^Cần có: điện thoại của bác, VNeID mức 2, Giấy/);
    expect(read('authorisedForward')?.details).toEqual([]);
    expect(read('policeInPerson')?.what).toContain('Công an xã');
    expect(new Set(routes.map((route) => read(route)?.what)).size).toBe(routes.length);
  });

  it('asks for no paper that the commune looks up or that is in the vault already', () => {
    const own = { answers: { relation: 'authorised' }, route: 'counter' } as const;
    const details = (papersNotNeeded: Record<string, string>) =>
      describeOne(makeUpDossier({ ...own, papersNotNeeded })).next[0]?.details.join(' ');
    expect(details({})).toContain('Văn bản ủy quyền');
    expect(details({ authorisationPaper: 'officeLooksUp' })).not.toContain('Văn bản ủy quyền');
    expect(details({ authorisationPaper: 'bringPaper' })).toContain('Văn bản ủy quyền');
  });

  it('sends to the police with what to bring, and says when nobody there has been told', () => {
    const steps = { papers: 'chipCard', sim: 'own', phone: 'own', vneid: 'level1', police: 'appointment' };
    const told = describeSlip(makeUpFacts({ steps, mayReferToPolice: true }), wish, vi);
    expect(told.next[0]?.what).toMatch(/^Đến Công an xã .* Mang thẻ căn cước/);
    expect(told.next[0]?.details).toEqual([]);
    expect(told.next[0]?.when).toBeUndefined();
    const dated = describeSlip(makeUpFacts({ steps, policeDay: '2026-11-25' }), wish, vi);
    expect(dated.next[0]?.when).toBe('Thứ Tư, 25/11/2026');
    expect(told.account).toContain('VNeID mức 1, chưa nộp hồ sơ được');
    const untold = describeSlip(makeUpFacts({ steps }), wish, vi);
    expect(untold.next[0]?.details.at(-1)).toBe('Bác tự đến, tổ chưa báo Công an.');
  });

  it('says that nothing is left only where nothing was left out', () => {
    const steps = { papers: 'noCard' };
    const parts = { account: false, dossiers: [] };
    expect(describeSlip(makeUpFacts({ steps }), { ...wish, parts }, vi).next).toEqual([]);
    expect(describeSlip(makeUpFacts(), wish, vi).next[0]?.what).toBe('Bác muốn làm lúc nào thì gọi.');
  });

  it('tells several dossiers apart, and leaves out what was not chosen', () => {
    const dossiers = [
      makeUpDossier(),
      makeUpDossier({ record: 'two' as DossierFacts['record'], finishedAt: undefined }),
    ];
    const both = describeSlip(makeUpFacts({ dossiers }), wish, vi);
    expect(both.next.map(({ what }) => what.startsWith('Cấp bản sao'))).toEqual([true, true]);
    const parts = { account: true, dossiers: ['two'] };
    const one = describeSlip(makeUpFacts({ dossiers }), { ...wish, parts }, vi);
    expect(one.dossiers.map(({ standing }) => standing)).toEqual(['Đang soạn, chưa nộp']);
  });
});

describe('whom to call', () => {
  const call = (more: Partial<typeof madeUpHelper>) =>
    describeSlip(makeUpFacts(), { ...wish, helper: { ...madeUpHelper, ...more } }, vi).contacts;

  it('is a name with a number: the commune’s, or the helper’s own and the commune’s', () => {
    expect(call({})).toEqual([{ who: 'Xã Ví Dụ, hỏi Nông Văn Lành', phone: '020 5123 4567' }]);
    expect(call({ ownPhone: '0912345678' })).toMatchObject([
      { who: 'Nông Văn Lành, tổ công nghệ số Thôn Mẫu', phone: '0912 345 678' },
      { who: 'Xã Ví Dụ' },
    ]);
  });

  it('is a line to write on where there is no number, and never half of one', () => {
    const commune = { name: 'Xã Ví Dụ', phone: null };
    const alone = [{ who: 'Nông Văn Lành, tổ công nghệ số Thôn Mẫu', phone: undefined }];
    expect(call({ commune })).toEqual(alone);
    expect(call({ commune, ownPhone: '0912' })).toEqual(alone);
  });
});
