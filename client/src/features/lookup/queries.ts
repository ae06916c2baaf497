/** Reads whom a dossier may be begun for, and which of them have begun it already. Writes nothing. */
import { useMemo } from 'react';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { findCurrentSession } from '#shared/rules/current-session';
import { groupPeople } from '#shared/rules/same-record';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { listPresent, listWillingPeople, type Person } from './list-people.ts';

export interface People {
  /** That this member is at. */
  readonly session: RecordId | undefined;
  /** At the session and not done, in the order in which they came. */
  readonly present: readonly Person[];
  /** Everybody, by given name. */
  readonly all: readonly Person[];
}

export function usePeople(work: Work): People {
  const citizens = useRecords(work, 'citizen');
  const consents = useRecords(work, 'consent');
  const sessions = useRecords(work, 'session');
  const attendances = useRecords(work, 'attendance');
  const today = dayOfInstant(work.now());
  const member = work.member.id;
  return useMemo(() => {
    const all = listWillingPeople(citizens, consents);
    const session = findCurrentSession(sessions, { member, today })?.record;
    const here = listPresent(attendances, sessions, session);
    const groups = groupPeople(citizens);
    const present = here.flatMap((citizen) => all.filter((person) => person.record === groups.get(citizen)));
    return { session, all, present: [...new Set(present)] };
  }, [citizens, consents, sessions, attendances, member, today]);
}

/** Person, by the record under which they go on → their dossier of this procedure that is not lodged yet. */
export function useBegunDossiers(work: Work, procedure: string): ReadonlyMap<unknown, RecordId> {
  const dossiers = useRecords(work, 'dossier');
  const citizens = useRecords(work, 'citizen');
  return useMemo(() => {
    const groups = groupPeople(citizens);
    const begun = dossiers.filter(({ values }) => {
      const lodging = values['lodging'] as Lodging | undefined;
      return values['procedure'] === procedure && lodging?.state !== 'lodged';
    });
    const person = (citizen: unknown) => groups.get(String(citizen)) ?? citizen;
    return new Map(begun.map(({ record, values }) => [person(values['citizen']), record]));
  }, [dossiers, citizens, procedure]);
}

function useRecords(work: Work, collection: string) {
  return useSnapshot(work.store, () => work.store.listRecords(collection));
}
