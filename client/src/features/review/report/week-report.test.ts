import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../../i18n/messages-vi.ts';
import { createTranslator } from '../../../i18n/translate.ts';
import { arrangeLog } from '../arrange-log.ts';
import { makeUpSession } from '../made-up-session.ts';
import { findOnline, findOnTime } from '../month-figures.ts';
import { composeReport } from './compose-report.ts';
import { describeForZalo } from './describe-week.ts';
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
      '2 buổi ở 2 thôn, 80 lượt người đến, trong đó 44 nữ, 62 từ 60 tuổi.',
      'Tài khoản: 10 xong trong 12 bắt đầu.',
      'Hồ sơ soạn giúp: 10, đã nộp 6.',
      'Bà con tự làm 63\u00a0% số việc (20/32).',
      'Hỏi giơ tay: 72 hài lòng, 6 tạm được, 2 chưa hài lòng.',
      'Cảm ơn các tổ. Thôn nào cần buổi thì nhắn tổ trưởng.',
    ]);
    const silent = makeUpSession({
      silentPhones: [{ why: 'joined', name: '', letter: 'B', missing: 0, lastSeenAt: null }],
    });
    const least = countWeek(arrangeLog([silent], today, known), findWeek(today, 1));
    expect(describeForZalo('xã Ví Dụ', least, translator)).toContain('số trên là ít nhất');
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
      shares: { online: findOnline(reply), onTime: findOnTime(reply, { days: [] } as never) },
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
