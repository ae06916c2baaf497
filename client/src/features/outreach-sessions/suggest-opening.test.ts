import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { SessionFacts } from './read-session.ts';
import { suggestOpening } from './suggest-opening.ts';

const session = (place: string, openedAt: number, member: string): SessionFacts => ({
  record: place as RecordId,
  place,
  hamlet: `thôn có ${place}`,
  kind: 'mobile',
  day: '2026-11-22',
  openedAt,
  closedAt: undefined,
  closedWith: {},
  leader: '',
  members: [{ id: member, name: member, inAt: openedAt, backAt: undefined, outAt: undefined }],
  expected: [],
  incidents: [],
  noIncident: false,
  satisfaction: undefined,
  consentRead: undefined,
});
const hanh = { id: 'hanh', hamlet: 'Nam Giảng', usualPlace: (hamlet: string) => `Nhà văn hóa ${hamlet}` };

describe('opening a session', () => {
  it('needs no typing on the first day: the hall of the own hamlet is suggested', () => {
    expect(suggestOpening([], hanh)).toEqual({
      place: 'Nhà văn hóa Nam Giảng',
      hamlet: 'Nam Giảng',
      kind: 'hamletMeeting',
    });
  });

  it('repeats where this volunteer was last, not where a colleague was since', () => {
    const sessions = [
      session('sân đình', 10, 'hanh'),
      session('chợ', 30, 'duc'),
      session('trường', 5, 'hanh'),
    ];
    expect(suggestOpening(sessions, hanh)).toEqual({
      place: 'sân đình',
      hamlet: 'thôn có sân đình',
      kind: 'mobile',
    });
  });

  it('takes up what the team did last when this volunteer has not been anywhere', () => {
    expect(suggestOpening([session('chợ', 30, 'duc')], hanh).place).toBe('chợ');
  });
});
