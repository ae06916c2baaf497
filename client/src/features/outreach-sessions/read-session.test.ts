import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { readSession, sortSessions } from './read-session.ts';

const view = (values: Patch, record = 'session') => ({
  record: record as RecordId,
  collection: 'session',
  values,
  conflicts: {},
});

describe('a session', () => {
  it('knows who of the team came, and who has gone again', () => {
    const { members, expected } = readSession(
      view({
        'members/hanh/in': { name: 'Hạnh', at: 1 },
        'members/duc/in': { name: 'Đức', at: 2 },
        'members/duc/out': { at: 9 },
        'members/mai/out': { at: 3 },
        'members/nam/in': { name: 'Nam', at: 4 },
        'members/nam/back': { at: 8, by: 'Hạnh' },
        'members/nam/expected': { name: 'Nam', at: 1 },
        'members/thu/expected': { name: 'Thu', at: 1 },
      }),
    );
    expect(members).toEqual([
      { id: 'hanh', name: 'Hạnh', inAt: 1, backAt: undefined, outAt: undefined },
      { id: 'duc', name: 'Đức', inAt: 2, backAt: undefined, outAt: 9 },
      { id: 'nam', name: 'Nam', inAt: 4, backAt: 8, outAt: undefined },
    ]);
    expect(expected).toEqual([
      { id: 'nam', name: 'Nam' },
      { id: 'thu', name: 'Thu' },
    ]);
  });

  it('is read from an almost empty record without inventing anything', () => {
    expect(readSession(view({}))).toMatchObject({
      place: '',
      closedAt: undefined,
      noIncident: false,
      members: [],
    });
  });

  it('stands on top while it is open, however old it is', () => {
    const sessions = [
      view({ openedAt: 30, closedAt: 31 }, 'closed today'),
      view({ openedAt: 10 }, 'forgotten'),
      view({ openedAt: 20 }, 'open today'),
    ].map(readSession);
    expect(sortSessions(sessions).map((session) => session.record)).toEqual([
      'open today',
      'forgotten',
      'closed today',
    ]);
  });
});
