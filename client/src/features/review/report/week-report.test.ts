import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commonTimes } from '#data/office-times';
import type { LodgedRow } from '#shared/contracts/review';
import { messagesVi } from '../../../i18n/messages-vi.ts';
import { createTranslator } from '../../../i18n/translate.ts';
import { arrangeLog } from '../arrange-log.ts';
import { makeUpSession } from '../made-up-session.ts';
import { composeReport } from './compose-report.ts';
import { describeForZalo, describeShares } from './describe-week.ts';
import { findMonthShares } from './month-shares.ts';
import { shareSessions } from './shared-counts.ts';
import { countWeek, findWeek } from './week-figures.ts';
import { writeDocx } from './write-docx.ts';

const translator = createTranslator('vi', messagesVi);
const today = '2026-11-24';
const known = { findDecision: () => undefined, findQuestions: () => [] };
const sessions = [
  makeUpSession({ session: 'sunday' }),
  makeUpSession({ session: 'monday', day: '2026-11-16', hamlet: 'Nà Ví', place: 'Đình <làng> & chợ' }),
  makeUpSession({ session: 'earlier', day: '2026-11-15' }),
];
const log = arrangeLog(sessions, today, known);
const figures = countWeek(log, findWeek(today, 1));
const reply = { at: Date.parse('2026-11-24T03:00Z'), lodged: [] };

describe('the week', () => {
  it('is Monday to Sunday, the one of today or one before it', () => {
    expect(findWeek('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(findWeek('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(findWeek('2026-11-23', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('adds up its own sessions only, by day', () => {
    expect(figures.entries.map(({ session }) => session.session)).toEqual(['monday', 'sunday']);
    expect(figures).toMatchObject({
      ...{ hamlets: 2, people: 80, women: 44, elderly: 62 },
      accounts: { begun: 12, finished: 10 },
      dossiers: { total: 10, lodged: 6 },
      satisfaction: { good: 72, fair: 6, poor: 2 },
      isAtLeast: false,
    });
  });

  it('says for the group what was counted, and that it is the least where a phone is silent', () => {
    expect(describeForZalo('xã Ví Dụ', figures, translator).split('\n')).toEqual([
      'Xã Ví Dụ, tuần 16/11 đến 22/11',
      '2 buổi ở 2 thôn, 80 lượt người đến. Trong đó 44 nữ, 62 từ 60 tuổi.',
      'Tài khoản: 12 bắt đầu.',
      'Hồ sơ soạn giúp: 10.',
      'Bà con tự làm 63\u00a0% số việc (20/32).',
      'Hỏi giơ tay: 72 hài lòng, 6 tạm được.',
      'Số dưới 5 không ghi, để không ai bị nhận ra.',
      'Cảm ơn các tổ. Thôn nào cần buổi thì nhắn tổ trưởng.',
    ]);
    const silent = makeUpSession({
      silentPhones: [{ why: 'joined', name: '', letter: 'B', missing: 0, lastSeenAt: null }],
    });
    const least = countWeek(arrangeLog([silent], today, known), findWeek(today, 1));
    expect(describeForZalo('xã Ví Dụ', least, translator)).toContain('số trên là ít nhất');
  });
});

describe('a count under five', () => {
  const small = makeUpSession({
    people: {
      ...{ total: 9, named: 4, declined: 1 },
      bySex: { female: 6, male: 3 },
      byAgeBand: { to59: 5, from60: 4 },
    },
    accounts: {
      ...{ begun: 3, finished: 2, policeReferrals: 0 },
      stepsByWhoActed: { self: 2, guided: 9 },
    },
    dossiers: { total: 4, byStanding: { lodged: 1 }, sectionsByWhoActed: {} },
    satisfaction: { good: 7, fair: 1, poor: 1 },
  });
  const week = countWeek(arrangeLog([small], today, known), findWeek(today, 1));

  it('is not posted, nor what would give it away beside the whole', () => {
    expect(describeForZalo('xã Ví Dụ', week, translator).split('\n')).toEqual([
      'Xã Ví Dụ, tuần 16/11 đến 22/11',
      '1 buổi ở 1 thôn, 9 lượt người đến.',
      'Hỏi giơ tay: 7 hài lòng.',
      'Số dưới 5 không ghi, để không ai bị nhận ra.',
      'Cảm ơn các tổ. Thôn nào cần buổi thì nhắn tổ trưởng.',
    ]);
  });

  it('is not in the rows of the report either, nor to be worked out from their sum', () => {
    const sessions = [small, makeUpSession({ session: 'big' }), makeUpSession({ session: 'other' })];
    const entries = arrangeLog(sessions, today, known);
    const at = entries.findIndex(({ session }) => session === small);
    const rows = shareSessions(entries);
    expect(rows[at]).toEqual({ people: 9, begun: null, finished: null, dossiers: null });
    expect(rows.filter(({ begun }) => begun === null)).toHaveLength(2);
    expect(rows.filter(({ dossiers }) => dossiers === null)).toHaveLength(2);
  });

  it('makes a share of the month less exact, and leaves out what it is made of', () => {
    const row: LodgedRow = {
      ...{ session: null, procedure: '2.000635', route: 'selfOwnPhone', evidence: 'portalRead' },
      ...{ lodgedAt: reply.at, receivedAt: reply.at, status: 2, ended: null, supplements: [] },
      ...{ due: null, handedOverAt: null, closedAt: null },
    };
    const lodged: LodgedRow[] = [row, row, { ...row, route: 'counter' }];
    const [online] = describeShares(
      findMonthShares({ at: reply.at, lodged }, '2026-11-22', commonTimes),
      translator,
    );
    expect(online).toBe('Hồ sơ nộp trực tuyến tháng 11/2026: 67 %, theo Cổng Dịch vụ công. Chỉ tiêu 50 %.');
  });

  it('stands beside the shares of the month in which the week ended, also when that is over', () => {
    const at = Date.parse('2026-12-01T09:00:00+07:00');
    expect(findMonthShares({ at, lodged: [] }, '2026-11-29', commonTimes).month).toBe('2026-11');
    expect(findMonthShares({ at, lodged: [] }, '2026-12-06', commonTimes).month).toBe('2026-12');
  });
});

describe('the report', () => {
  const blocks = composeReport(
    {
      ...{ commune: 'xã Ví Dụ', figures, day: today },
      summary: {
        quietHamlets: [
          { hamlet: 'Nà Ví', weeks: 3, lastDay: '2026-11-01', lastSession: undefined, request: undefined },
        ],
      },
      shares: findMonthShares(reply, figures.to, commonTimes),
    },
    translator,
  );
  const files = unzipSync(writeDocx(blocks));
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());

  it('is a Word file with its four parts, each of sound XML', () => {
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    for (const file of Object.values(files)) expect(findXmlFault(strFromU8(file))).toBeUndefined();
  });

  it('has the heads that Decree 30/2020 asks for, the sentences, a row for each session and what is left to do', () => {
    const said = [...text.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words);
    expect(said).toEqual(
      expect.arrayContaining([
        'ỦY BAN NHÂN DÂN',
        'XÃ VÍ DỤ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Ví Dụ, ngày 24 tháng 11 năm 2026',
        'Hoạt động của Tổ công nghệ số cộng đồng, từ 16/11/2026 đến 22/11/2026',
        'Đình &lt;làng&gt; &amp; chợ, Nà Ví',
        '2 buổi chờ duyệt.',
        'Nà Ví: 3 tuần chưa có buổi nào.',
      ]),
    );
    expect(text.match(/<w:tr>/g)?.length).toBe(2 + 3 + 1);
  });

  it('is the same bytes for the same week, and holds no character that a Word file may not', () => {
    expect(writeDocx(blocks)).toEqual(writeDocx(blocks));
    const odd = unzipSync(writeDocx([{ text: 'a\u0000b\u000bc\ud800d]]>' }]))['word/document.xml'];
    expect(strFromU8(odd ?? new Uint8Array())).toContain('>abcd]]&gt;<');
  });
});

/** Tags that do not close, or close another; what a reader of XML refuses first. */
function findXmlFault(xml: string): string | undefined {
  const open: string[] = [];
  for (const [tag, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (empty) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1);
}
