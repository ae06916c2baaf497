import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Head, Visitor } from '#shared/model/attendance';
import { countSession, listCalls, listOtherPhones, listVisitors } from './count-session.ts';
import { type AttendanceList, readAttendance, writeMachine } from './read-attendance.ts';

const list = (
  device: string,
  heads: readonly Head[],
  visitors: Readonly<Record<string, Visitor>> = {},
): AttendanceList => ({
  record: `list-${device}` as RecordId,
  session: 'session',
  device,
  owner: `người giữ máy ${device}`,
  letter: undefined,
  lettersGiven: 0,
  lettersUnused: [],
  codesShown: 0,
  table: undefined,
  doubles: {},
  heads: heads.map((head, at) => [String(at + 1), head] as const),
  visitors: Object.entries(visitors),
});
const visitor = (citizen: string, more: Partial<Visitor> = {}): Visitor => ({
  citizen,
  at: 1,
  state: 'waiting',
  ...more,
});
const itself = (citizen: string) => citizen;

describe('the figures of a session', () => {
  it('add up the lists of every phone, with and without names', () => {
    const lists = [
      list('a', [{ at: 1 }, { at: 2, sex: 'female', ageBand: 'from60' }], { A01: visitor('mau') }),
      list('b', [{ at: 3, sex: 'male' }], { B01: visitor('thu', { sex: 'female', state: 'inHand' }) }),
      list('c', [], { C01: visitor('vi', { ageBand: 'from60', state: 'done' }) }),
    ];
    expect(countSession(lists, itself)).toEqual({
      people: 6,
      waiting: 1,
      inHand: 1,
      done: 1,
      declined: 0,
      unnamed: 3,
      female: 2,
      male: 1,
      bands: { under18: 0, to35: 0, to59: 0, from60: 2 },
    });
  });

  it('take of one person on two phones whatever either knows', () => {
    const lists = [
      list('a', [], { A01: visitor('mau') }),
      list('b', [], { B01: visitor('mau again', { sex: 'female', ageBand: 'from60' }) }),
    ];
    const count = countSession(lists, () => 'mau');
    expect(count).toMatchObject({ people: 1, female: 1, bands: { from60: 1 } });
  });

  it('count a person who did not want to go on as having come, and nowhere else', () => {
    const count = countSession([list('a', [{ at: 1, declined: true }])], itself);
    expect(count).toMatchObject({ people: 1, declined: 1, waiting: 0, inHand: 0, done: 0 });
  });

  it('are all nought before anybody came', () => {
    expect(countSession([], itself)).toMatchObject({ people: 0, waiting: 0, done: 0 });
  });

  it('do not depend on which phone was heard first', () => {
    const lists = [
      list('a', [{ at: 1 }], { A01: visitor('mau', { state: 'done' }) }),
      list('b', [{ at: 1 }], { B01: visitor('mau') }),
    ];
    expect(countSession([...lists].reverse(), itself)).toEqual(countSession(lists, itself));
  });
});

describe('one person on two phones', () => {
  const lists = [
    list('b', [], { B03: visitor('mau again', { state: 'done' }) }),
    list('a', [], { A07: visitor('mau'), A02: visitor('thu') }),
  ];
  const sameNumber = (citizen: string) => (citizen.startsWith('mau') ? 'key of mau' : citizen);

  it('is one when the identity number is the same, though two phones wrote two records', () => {
    expect(countSession(lists, sameNumber).people).toBe(2);
    expect(countSession(lists, itself).people).toBe(3);
  });

  it('stands under the first of the numbers, as far as any phone has brought them', () => {
    const queue = listVisitors(lists, sameNumber);
    expect(queue.map(({ number, state }) => [number, state])).toEqual([
      ['A02', 'waiting'],
      ['A07', 'done'],
    ]);
    expect(queue[1]?.entries.map(({ record, number }) => [record, number])).toEqual([
      ['list-a', 'A07'],
      ['list-b', 'B03'],
    ]);
  });
});

describe('two phones that gave the same number', () => {
  const lists = [
    list('y', [], { B01: visitor('vi') }),
    list('x', [], { B01: visitor('dụ'), B02: visitor('lý') }),
  ];

  it('are called by different ones, the same on every phone', () => {
    const labels = (seen: AttendanceList[]) =>
      Object.fromEntries(listVisitors(seen, itself).map((one) => [one.visitor.citizen, one.label]));
    expect(labels(lists)).toEqual({ dụ: 'B01', vi: 'B01·2', lý: 'B02' });
    expect(labels([...lists].reverse())).toEqual(labels(lists));
  });
});

describe('a person whom two phones called', () => {
  it('is in hand with both, and says so', () => {
    const mai = visitor('mau', { state: 'inHand', table: 2, by: 'Mai' });
    const nam = visitor('mau', { state: 'inHand', table: 3, by: 'Nam' });
    const [queued] = listVisitors([{ ...list('a', [], { A01: mai }), doubles: { A01: [mai, nam] } }], itself);
    expect(queued?.state).toBe('inHand');
    expect(queued && listCalls(queued)).toEqual([
      { table: 2, by: 'Mai' },
      { table: 3, by: 'Nam' },
    ]);
  });

  it('is done as soon as one of them says so', () => {
    const [one, other] = [visitor('mau', { state: 'done' }), visitor('mau', { state: 'inHand', by: 'Nam' })];
    const [queued] = listVisitors(
      [{ ...list('a', [], { A01: other }), doubles: { A01: [other, one] } }],
      itself,
    );
    expect(queued?.state).toBe('done');
  });
});

describe('a list and its phone', () => {
  it('is found again by the device and named after whoever held it', () => {
    const machine = writeMachine('deviceId', 'Nguyễn Thị Hạnh');
    const read = readAttendance({
      record: 'r' as RecordId,
      collection: 'attendance',
      values: {
        session: 's',
        machine,
        'heads/1': { at: 5 },
        'visitors/A01': { citizen: 'c', at: 6, state: 'waiting' },
      },
      conflicts: { 'visitors/A01': [{ citizen: 'c', at: 6, state: 'inHand' }] },
    });
    expect(read.doubles).toEqual({ A01: [{ citizen: 'c', at: 6, state: 'inHand' }] });
    expect(read).toMatchObject({ device: 'deviceId', owner: 'Nguyễn Thị Hạnh', session: 's' });
    expect(read.heads).toEqual([['1', { at: 5 }]]);
    expect(read.visitors.map(([number]) => number)).toEqual(['A01']);
  });

  it('shows what came from the phones of colleagues', () => {
    const lists = [list('a', [{ at: 1 }]), list('b', [{ at: 1 }], { B01: visitor('thu') })];
    expect(listOtherPhones(lists, 'a', itself)).toEqual([{ owner: 'người giữ máy b', people: 2 }]);
  });

  it('adds nobody from another phone who stands on an earlier list already', () => {
    const lists = [
      list('c', [], { C01: visitor('mau') }),
      list('a', [], { A01: visitor('mau') }),
      list('b', [{ at: 1 }], { B01: visitor('mau again') }),
    ];
    const others = listOtherPhones(lists, 'a', () => 'mau').map(({ people }) => people);
    expect(others).toEqual([0, 1]);
  });
});
