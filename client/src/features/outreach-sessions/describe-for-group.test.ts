import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { RecordView } from '../../custody/record-store.ts';
import { countSession, listVisitors } from './count-session.ts';
import { describeForGroup } from './describe-for-group.ts';
import type { AttendanceList } from './read-attendance.ts';
import { readSession } from './read-session.ts';

const translator = createTranslator('vi', messagesVi);
const view = (collection: string, record: string, values: Readonly<Record<string, Json>>): RecordView => ({
  ...{ record: record as RecordId, collection, values, conflicts: {} },
});
const session = readSession(
  view('session', 's', { place: 'Nhà văn hóa Thôn Mẫu', day: '2026-11-22', openedAt: 1 }),
);
const list: AttendanceList = {
  ...{
    record: 'l' as RecordId,
    session: 's',
    device: 'a',
    owner: 'Mai',
    letter: 'A',
    lettersGiven: 0,
    lettersUnused: [],
    codesShown: 0,
  },
  ...{ table: undefined, doubles: {}, heads: [['1', { at: 1 }]] },
  visitors: ['mau', 'thu', 'du', 'ly'].map((citizen, at) => [
    `A0${at + 1}`,
    { citizen, at, state: citizen === 'ly' ? 'done' : 'waiting', need: '2.000635' },
  ]),
};
const citizens = [
  view('citizen', 'mau', { fullName: 'Hoàng Thị Mẫu', hamlet: 'Thôn Mẫu', phone: '0912345678' }),
  view('citizen', 'thu', { fullName: 'Nông Văn Thử', hamlet: 'Thôn Nà Ví' }),
  view('citizen', 'du', { fullName: 'Nguyễn Văn Dụ' }),
  view('citizen', 'ly', { fullName: 'Lý Thị Thử', hamlet: 'Thôn Xa' }),
];
const appointment = (day: string) => ({ day, part: 'morning', place: 'nhà bà Mẫu' });
const identify = (citizen: string) => citizen;
const visitors = listVisitors([list], identify);
const tell = (dossiers: readonly RecordView[]) => {
  const facts = { session, count: countSession([list], identify), visitors, citizens, dossiers, identify };
  return describeForGroup(facts, translator);
};

describe('the text for the team’s group', () => {
  it('says who is still to be seen by number, day and hamlet', () => {
    const dossiers = [
      view('dossier', '1', { session: 's', citizen: 'mau', appointment: appointment('2026-11-25') }),
      view('dossier', '2', { session: 's', citizen: 'mau', appointment: appointment('2026-11-25') }),
      view('dossier', '3', { session: 's', citizen: 'thu', appointment: appointment('2026-11-25') }),
    ];
    expect(tell(dossiers).split('\n')).toEqual([
      'Nhà văn hóa Thôn Mẫu, Chủ nhật, 22/11: 5 người đến.',
      'Xong việc: 1 người.',
      'Hẹn Thứ Tư, 25/11: 2 người (Thôn Mẫu, Thôn Nà Ví)',
      'Chưa xong, chưa hẹn ngày: 1 người',
    ]);
  });

  it('says that it is practice where it is', () => {
    const facts = {
      session,
      count: countSession([list], identify),
      visitors,
      citizens,
      dossiers: [],
      identify,
    };
    const [first] = describeForGroup({ ...facts, isMarked: true }, translator).split('\n');
    expect(first).toBe('TẬP HUẤN, không gửi đi đâu');
  });

  it('names nobody, no telephone and no need, and forgets what is lodged or long past', () => {
    const lodged = { state: 'lodged', at: 1 };
    const text = tell([
      view('dossier', '1', {
        ...{ session: 's', citizen: 'ly', appointment: appointment('2026-11-25'), lodging: lodged },
      }),
      view('dossier', '2', { session: 's', citizen: 'ly', appointment: appointment('2026-11-01') }),
    ]);
    expect(text).not.toContain('Hẹn');
    for (const { values } of citizens) expect(text).not.toContain(values['fullName']);
    for (const word of ['0912345678', 'nhà bà Mẫu', 'hồ sơ', 'khai sinh']) expect(text).not.toContain(word);
  });
});
