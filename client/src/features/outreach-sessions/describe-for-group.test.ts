import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { RecordView } from '../../custody/record-store.ts';
import { countSession, listVisitors } from './count-session.ts';
import type { ListCode } from '#shared/contracts/list-code';
import { describeForGroup, describePicture, type GroupFacts } from './describe-for-group.ts';
import { layToldLists } from './lay-told-lists.ts';
import { listMachines } from './list-machines.ts';
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
const facts = (dossiers: readonly RecordView[], more: Partial<GroupFacts> = {}): GroupFacts => ({
  ...{ session, count: countSession([list], identify), visitors, dossiers, accounts: [], identify },
  ...{ commune: 'Xã Ví Dụ', machines: listMachines([list], 'a'), at: 1795340100000, isMarked: false },
  ...more,
});
const tell = (dossiers: readonly RecordView[], more?: Partial<GroupFacts>) =>
  describeForGroup(facts(dossiers, more), translator);
const show = (dossiers: readonly RecordView[], more?: Partial<GroupFacts>) =>
  describePicture(facts(dossiers, more), translator);

describe('the text for the team’s group', () => {
  it.each([
    'Nhà bà Hoàng Thị Mẫu',
    'Sân nhà ông Dụ, thôn Mẫu',
    'Gọi 0912 345 678',
    'Nhà bà Hoàng Thị Mẫu'.normalize('NFD'),
    'nha ba Mau',
    'Gia đình ông Dụ',
    'Hộ bà Mẫu',
  ])('tells nobody’s house by its name, in the picture neither: %s', (place) => {
    const at = { session: { ...session, place, hamlet: 'Thôn Mẫu' } };
    expect(tell([], at)).toMatch(/^Tại một nhà dân Thôn Mẫu, /);
    expect(show([], at).place).toBe('Tại một nhà dân Thôn Mẫu');
  });

  it('leaves a hamlet out that says whose house it is, and takes no hall and no old house for somebody’s', () => {
    const at = (place: string, hamlet: string) => ({ session: { ...session, place, hamlet } });
    expect(show([], at('Nhà bà Mẫu', 'Xóm nhà ông Dụ')).place).toBe('Tại một nhà dân');
    for (const place of ['Nhà văn hóa Thôn Mẫu', 'Nhà cổ Thôn Mẫu', 'Nha van hoa', 'Hộ tịch xã'])
      expect(show([], at(place, 'Thôn Mẫu')).place).toBe(place);
  });

  it('says who is still to be seen by number and day, never whose hamlet', () => {
    const dossiers = [
      view('dossier', '1', { session: 's', citizen: 'mau', appointment: appointment('2026-11-25') }),
      view('dossier', '2', { session: 's', citizen: 'mau', appointment: appointment('2026-11-25') }),
      view('dossier', '3', { session: 's', citizen: 'thu', appointment: appointment('2026-11-25') }),
    ];
    expect(tell(dossiers).split('\n')).toEqual([
      'Nhà văn hóa Thôn Mẫu, Chủ nhật, 22/11: 5 người đến.',
      'Xong việc: 1 người.',
      'Hẹn Thứ Tư, 25/11: 2 người',
      'Chưa xong, chưa hẹn ngày: 1 người',
    ]);
  });

  it('says that it is practice where it is', () => {
    const [first] = tell([], { isMarked: true }).split('\n');
    expect(first).toBe('TẬP HUẤN, không gửi đi đâu');
    expect(show([], { isMarked: true }).mark).toBe('TẬP HUẤN, không gửi đi đâu');
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

  it('tells the days at the police apart, from dossiers and from accounts', () => {
    const dossiers = [
      view('dossier', '1', {
        ...{ session: 's', citizen: 'mau', route: 'policeInPerson' },
        appointment: appointment('2026-11-25'),
      }),
      view('dossier', '2', { session: 's', citizen: 'thu', appointment: appointment('2026-11-25') }),
    ];
    const accounts = [
      view('accountSetup', '3', {
        ...{ session: 's', citizen: 'du', policeDay: '2026-11-25' },
        finishedAt: 1,
      }),
      view('accountSetup', '4', {
        session: 's',
        citizen: 'ly',
        followUp: 'telco',
        followUpDay: '2026-11-24',
      }),
      view('accountSetup', '5', {
        session: 'other',
        citizen: 'xa',
        followUp: 'police',
        followUpDay: '2026-11-24',
      }),
    ];
    expect(tell(dossiers, { accounts }).split('\n').slice(2)).toEqual([
      'Hẹn Thứ Ba, 24/11: 1 người',
      'Hẹn Thứ Tư, 25/11: 1 người',
      'Hẹn Công an xã Thứ Tư, 25/11: 2 người',
    ]);
    // Everybody of the commune sees the picture: who goes to the police is nobody's business there.
    expect(show(dossiers, { accounts })).toEqual({
      ...{ mark: undefined, commune: 'Xã Ví Dụ', place: 'Nhà văn hóa Thôn Mẫu', day: 'Chủ nhật, 22/11' },
      figures: [
        { value: '5', label: 'người đến' },
        { value: '1', label: 'người xong việc' },
      ],
      days: ['Thứ Ba, 24/11: 1 người', 'Thứ Tư, 25/11: 3 người'],
      sources: ['Số do tổ ghi, lúc 16:35.'],
    });
  });

  it('says which phones’ figures are missing or told by a code', () => {
    const told: ListCode = {
      ...{ session: 's', list: 'b', letter: 'B', shown: 1, at: 1795340100000 },
      ...{ heads: 2, declined: 1, female: 1, male: 1, bands: { under18: 0, to35: 0, to59: 1, from60: 1 } },
      numbers: [{ number: 'B01', state: 'waiting' }],
    };
    const lists = layToldLists([{ ...list, lettersGiven: 2 }], [told], { sessions: ['s'], ownDevice: 'a' });
    const more = {
      ...{ count: countSession(lists, identify), visitors: listVisitors(lists, identify) },
      machines: listMachines(lists, 'a'),
    };
    // B01 may have a day that only its own phone knows.
    expect(tell([], more).split('\n')).toEqual([
      'Nhà văn hóa Thôn Mẫu, Chủ nhật, 22/11: 8 người đến.',
      'Xong việc: 1 người.',
      'Chưa xong, chưa hẹn ngày: 3 người',
      'Máy B: số theo mã lúc 16:35, chưa có ngày hẹn.',
      'Chưa có số của máy C.',
    ]);
    expect(show([], more).sources).toHaveLength(3);
    for (const word of ['nữ', 'nam', 'tuổi', 'chưa muốn', 'Thôn Xa'])
      expect(JSON.stringify(show([], more))).not.toContain(word);
  });
});
