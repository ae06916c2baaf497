/** Everything that a screen of one session shows, read anew with every change: lists, people, counts, and what came of each. */
import { useMemo } from 'react';
import type { RecordView } from '../../custody/record-store.ts';
import type { UnfinishedPerson } from '../../custody/list-unfinished.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPractice } from '../../storage/realm.ts';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { finishSession } from './actions.ts';
import {
  countSession,
  type Identify,
  listVisitors,
  type QueuedVisitor,
  type SessionCount,
} from './count-session.ts';
import type { GroupFacts } from './describe-for-group.ts';
import { describeOutcome, listResults, type Outcome } from './describe-outcome.ts';
import { listHalfWritten } from './list-half-written.ts';
import { listMachines } from './list-machines.ts';
import { listTwins, type TwinPair } from './list-twins.ts';
import { identifyPeople, listSameSessions, useAllLists, useAttendance, useCitizens } from './queries.ts';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';

export interface SessionContent {
  readonly lists: readonly AttendanceList[];
  /** The same, with what codes of other phones say beyond them. */
  readonly allLists: readonly AttendanceList[];
  readonly citizens: readonly RecordView[];
  readonly count: SessionCount;
  readonly visitors: readonly QueuedVisitor[];
  /** Begun at this phone, and without a number: they were left half way. */
  readonly halfWritten: readonly UnfinishedPerson[];
  readonly twins: readonly TwinPair[];
  /** Which records are one person. */
  readonly identify: Identify;
  /** For the team's group, after closing. */
  readonly groupFacts: GroupFacts;
  readonly findOutcome: (visitor: QueuedVisitor, name: string) => Outcome | undefined;
}

/** On leaving, what was written takes its place in the queue. */
export function useSessionContent(work: Work, session: SessionFacts): SessionContent {
  const translator = useTranslation();
  const { store } = work;
  useSnapshot(store, () => store.version);
  useOnLeave(() => finishSession(work, session.record));
  const lists = useAttendance(work, session.record);
  const allLists = useAllLists(work, session.record);
  const citizens = useCitizens(work);
  const gathered = useMemo(() => gatherPeople(allLists, citizens), [allLists, citizens]);
  const { count, visitors, identify } = gathered;
  const dossiers = store.listRecords('dossier');
  const accounts = store.listRecords('accountSetup');
  const sessions = listSameSessions(store, session.record);
  const findOutcome = ({ entries }: QueuedVisitor, name: string) => {
    const people = new Set(entries.map(({ visitor }) => identify(visitor.citizen)));
    const same = citizens.map(({ record }) => record).filter((one) => people.has(identify(one)));
    const results = listResults({ dossiers, accounts }, { citizens: same, sessions });
    return describeOutcome(work, { ...results, name }, translator);
  };
  const groupFacts: GroupFacts = {
    ...{ session, count, visitors, dossiers, accounts, identify, isMarked: isPractice },
    ...{ commune: work.commune.name, machines: listMachines(allLists, work.device), at: work.now() },
  };
  return {
    ...gathered,
    halfWritten: listHalfWritten(work, session.record),
    lists,
    allLists,
    citizens,
    findOutcome,
    groupFacts,
  };
}

function gatherPeople(lists: readonly AttendanceList[], citizens: readonly RecordView[]) {
  const identify = identifyPeople(citizens);
  return {
    identify,
    count: countSession(lists, identify),
    visitors: listVisitors(lists, identify),
    twins: listTwins(lists, citizens),
  };
}
