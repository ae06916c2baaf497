import { describe, expect, it } from 'vitest';
import {
  advancePlace,
  askAgain,
  chooseJournal,
  decideSettling,
  divideFrames,
  endsAtPlace,
  followsFrame,
  isOutgrown,
  type JournalPlace,
  NOWHERE,
  planRenewal,
} from './second-copy.ts';

interface TestFrame {
  readonly generation: number;
  readonly commit: number;
  readonly isMark?: boolean;
}

/** A file that was begun after a transaction, with those that came since. */
function makeJournal(file: 0 | 1, generation: number, [begunAt, ...since]: readonly number[]) {
  const commit = begunAt ?? 0;
  const frames: TestFrame[] = [
    { generation, commit },
    { generation, commit, isMark: true },
    ...since.map((one) => ({ generation, commit: one })),
  ];
  const stored = divideFrames(file, frames, ({ isMark }) => isMark === true);
  if (!stored) throw new Error('There is no mark in it.');
  return stored;
}

const at = (commit: number): JournalPlace => ({ ...NOWHERE, generation: 3, commit, tail: 80, end: 100 });

describe('a frame', () => {
  it('follows the one before in its own life only, without a gap and never backwards', () => {
    const before = { generation: 2, commit: 5 };
    expect(followsFrame(undefined, before)).toBe(true);
    expect(followsFrame(before, { generation: 2, commit: 5 })).toBe(true);
    expect(followsFrame(before, { generation: 2, commit: 6 })).toBe(true);
    expect(followsFrame(before, { generation: 2, commit: 7 })).toBe(false);
    expect(followsFrame(before, { generation: 2, commit: 4 })).toBe(false);
    expect(followsFrame(before, { generation: 1, commit: 6 })).toBe(false);
  });
});

describe('a file of a second copy', () => {
  it('counts only where the mark stands behind what it began with', () => {
    expect(divideFrames(0, [{ generation: 1, commit: 4 }], () => false)).toBeUndefined();
    expect(makeJournal(1, 2, [4, 5, 6])).toMatchObject({
      ...{ file: 1, generation: 2, begunAt: 4 },
      ...{ begun: [{ commit: 4 }], since: [{ commit: 5 }, { commit: 6 }] },
    });
  });

  it('is not taken where it was torn while it was begun', () => {
    const old = makeJournal(0, 1, [4, 5]);
    expect(chooseJournal([old, undefined])).toBe(old);
    expect(chooseJournal<TestFrame>([undefined, undefined])).toBeUndefined();
  });

  it('is the one that has come further, and of two that are as far the one begun later', () => {
    const begunLater = makeJournal(1, 2, [5]);
    expect(chooseJournal([makeJournal(0, 1, [4, 5]), begunLater])).toBe(begunLater);
    const writtenOn = makeJournal(0, 1, [4, 5, 6]);
    expect(chooseJournal([writtenOn, begunLater])).toBe(writtenOn);
  });

  it('is begun anew beside the good one, in a life of its own', () => {
    expect(planRenewal(undefined, NOWHERE)).toEqual({ file: 0, generation: 1, commit: 0 });
    expect(planRenewal(makeJournal(1, 7, [4, 5]), at(5))).toEqual({ file: 0, generation: 8, commit: 5 });
    expect(planRenewal(makeJournal(0, 2, [4]), at(5))).toEqual({ file: 1, generation: 4, commit: 5 });
  });

  it('is outgrown when it is twice as long as it began, and a megabyte more', () => {
    expect(isOutgrown({ ...at(5), begun: 500, end: 1024 * 1024 + 1000 })).toBe(false);
    expect(isOutgrown({ ...at(5), begun: 500, end: 1024 * 1024 + 1001 })).toBe(true);
  });
});

describe('where the database is', () => {
  it('moves with each transaction by the length of its frame', () => {
    expect(advancePlace(at(5), 30)).toEqual({ ...at(5), commit: 6, tail: 100, end: 130 });
  });

  it('is the end of its file only with that very transaction, whole, and nothing behind it', () => {
    const frames = [{ generation: 3, commit: 5 }];
    expect(endsAtPlace(at(5), { frames, end: 20, length: 20 })).toBe(true);
    expect(endsAtPlace(at(5), { frames, end: 20, length: 23 })).toBe(false);
    expect(endsAtPlace(at(6), { frames, end: 20, length: 20 })).toBe(false);
    expect(endsAtPlace({ ...at(5), generation: 4 }, { frames, end: 20, length: 20 })).toBe(false);
    const two = [...frames, { generation: 3, commit: 6 }];
    expect(endsAtPlace(at(5), { frames: two, end: 20, length: 20 })).toBe(false);
  });
});

describe('what is done where the copies differ', () => {
  const stored = makeJournal(0, 3, [4, 5, 6]);

  it('is nothing but a new second copy where the database is as far', () => {
    expect(decideSettling(at(6), stored)).toEqual({ type: 'renew' });
    expect(decideSettling(at(9), stored)).toEqual({ type: 'renew' });
    expect(decideSettling(undefined, stored)).toEqual({ type: 'renew' });
    expect(decideSettling(at(2), undefined)).toEqual({ type: 'renew' });
  });

  it('is what the database lacks, and no more', () => {
    expect(decideSettling(at(5), stored)).toMatchObject({
      type: 'catchUp',
      frames: [{ commit: 6 }],
      place: { generation: 3, commit: 6, end: -1 },
    });
  });

  it('is all of it where the database is empty, or older than the file’s beginning', () => {
    for (const database of ['empty', at(3)] as const)
      expect(decideSettling(database, stored)).toMatchObject({
        type: 'rebuild',
        frames: [{ commit: 4 }, { commit: 5 }, { commit: 6 }],
        place: { commit: 6 },
      });
    expect(decideSettling('empty', undefined)).toEqual({ type: 'gone' });
  });
});

describe('what the commune had told', () => {
  const head = { incarnation: 'first', cursor: 40, acked: 3 };

  it('is asked for from where the database had read, since its rows lie in no second copy', () => {
    const written = { ...head, cursor: 70, acked: 5 };
    expect(askAgain(head, written)).toEqual({ head: { ...written, cursor: 40 }, isBaseKept: true });
  });

  it('is asked for from the beginning where there is none of it, or of another life of the store', () => {
    expect(askAgain(undefined, head)).toEqual({ head: { ...head, cursor: 0 }, isBaseKept: false });
    const restored = { ...head, incarnation: 'second', cursor: 70 };
    expect(askAgain(head, restored)).toEqual({ head: { ...restored, cursor: 0 }, isBaseKept: false });
  });
});
