/** The team at a session: who is here, who has left, who is still to come. Pure; two records of one person are two rows. */
import { compareNames } from '#shared/rules/sort-names';
import type { SessionFacts, SessionMember } from './read-session.ts';

export interface RosterRow extends Pick<SessionMember, 'id' | 'name'> {
  readonly state: 'here' | 'left' | 'awaited';
  /** Undefined of somebody who is awaited. */
  readonly member: SessionMember | undefined;
}

/**
 * `known`: the team as the commune has named it; asked only where the session itself names nobody, as one that was opened
 * before this phone knew its team.
 */
export function listRoster(
  { members, expected }: Pick<SessionFacts, 'members' | 'expected'>,
  known: readonly { readonly id: string; readonly name: string }[],
): readonly RosterRow[] {
  const came = new Set(members.map(({ id }) => id));
  const awaited = (expected.length > 0 ? expected : known).filter(({ id }) => !came.has(id));
  const rows: RosterRow[] = [
    ...members.map((member): RosterRow => ({
      ...{ id: member.id, name: member.name, member },
      state: member.outAt === undefined ? 'here' : 'left',
    })),
    ...awaited.map(({ id, name }): RosterRow => ({ id, name, state: 'awaited', member: undefined })),
  ];
  return rows.sort((a, b) => Number(!a.member) - Number(!b.member) || compareNames(a.name, b.name));
}

export function countHere(roster: readonly RosterRow[]): number {
  return roster.filter(({ state }) => state === 'here').length;
}
