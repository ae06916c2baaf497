import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import type { RecordCustody } from '../../custody/record-custody.ts';
import type { Work } from '../../custody/work.ts';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { describeOutcome, listResults } from './describe-outcome.ts';

const translator = createTranslator('vi', messagesVi);
const view = (record: string, collection: string, values: Patch) => ({
  record: record as RecordId,
  collection,
  values: { citizen: 'mau', session: 's', ...values },
  conflicts: {},
});
const dossier = (values: Patch, record = 'd') => view(record, 'dossier', values);
const account = (values: Patch) => view('a', 'accountSetup', values);

/** Everything but what is named lies at the commune. */
const makeWork = (onDevice: readonly string[] = []): Pick<Work, 'readCustody' | 'now'> => ({
  now: () => Date.parse('2026-11-22T05:00:00Z'),
  readCustody: (record) => {
    const place = onDevice.includes(record) ? 'onDevice' : 'atServer';
    return { transport: place, text: place, piecesHere: 0 } as unknown as RecordCustody;
  },
});
const tell = (
  results: Partial<Parameters<typeof listResults>[0]>,
  work: Pick<Work, 'readCustody' | 'now'> = makeWork(),
) => describeOutcome(work, { dossiers: [], accounts: [], ...results, name: 'bà Mẫu' }, translator);

describe('what came of somebody at a session', () => {
  it('is the number with three ticks once it is lodged', () => {
    const lodging = { state: 'lodged', at: 1, dossierNo: 'H57.242-261122-0777', evidence: 'citizenShown' };
    const appointment = { day: '2026-11-25', part: 'morning', place: '' };
    expect(tell({ dossiers: [dossier({ lodging, appointment })] })).toMatchObject({
      words: ['Đã nộp · mã H57.242-261122-0777'],
      level: 3,
    });
  });

  it('is the day on which they are seen again, at the police or elsewhere', () => {
    const appointment = { day: '2026-11-25', part: 'morning', place: '' };
    const police = dossier({ route: 'policeInPerson', finishedAt: 1, appointment });
    expect(tell({ dossiers: [police] })?.words).toEqual(['Hẹn Công an Thứ Tư, 25/11']);
    expect(tell({ dossiers: [dossier({ finishedAt: 1, appointment })] })?.words).toEqual([
      'Hẹn Thứ Tư, 25/11',
    ]);
    const dated = account({ followUp: 'telco police', followUpDay: '2026-11-25', finishedAt: 1 });
    expect(tell({ accounts: [dated] })?.words).toEqual(['Hẹn Công an Thứ Tư, 25/11']);
  });

  it('is what has to be mended, before any day', () => {
    const lodging = { state: 'needsFix', at: 1, reason: 'ảnh trang 2 mờ' };
    const appointment = { day: '2026-11-25', part: 'morning', place: '' };
    const outcome = tell({ dossiers: [dossier({ lodging, appointment })] });
    expect(outcome).toMatchObject({ words: ['Cần sửa: ảnh trang 2 mờ'], tone: 'attention' });
  });

  it('is all of it where there is more than one thing, with the ticks of the one that is least far', () => {
    const lodging = { state: 'lodged', at: 1, dossierNo: 'H57-261122-001' };
    const results = {
      dossiers: [dossier({ lodging }), dossier({}, 'draft')],
      accounts: [account({ finishedAt: 1 })],
    };
    expect(tell(results, makeWork(['draft']))).toMatchObject({
      words: ['Đã nộp · mã H57-261122-001', 'Đang soạn, chưa nộp', 'Xong tài khoản'],
      level: 1,
    });
  });

  it('is nothing where only the person was written down', () => {
    expect(tell({})).toBeUndefined();
  });

  it('comes from this session alone, whichever record of the person it hangs on', () => {
    const records = {
      dossiers: [
        dossier({}, 'here'),
        dossier({ citizen: 'mau again' }, 'twin'),
        dossier({ session: 'last month' }, 'earlier'),
        dossier({ citizen: 'du' }, 'of another'),
      ],
      accounts: [],
    };
    const { dossiers } = listResults(records, { citizens: ['mau', 'mau again'], sessions: ['s'] });
    expect(dossiers.map(({ record }) => record)).toEqual(['here', 'twin']);
  });
});
