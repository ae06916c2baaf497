/** One session on this phone: counting, the queue, the team, closing. The lists of colleagues' phones are added in as they arrive. */
import type { RecordId } from '#shared/ids';
import { useMemo } from 'react';
import { describeRecords } from '../../custody/describe-records.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPractice } from '../../storage/realm.ts';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { finishSession } from './actions.ts';
import { ClosedSession } from './closed-session.tsx';
import { countSession, listOtherPhones, listVisitors } from './count-session.ts';
import { CountPeople } from './count-people.tsx';
import { describeForGroup } from './describe-for-group.ts';
import { HeadsQuestions } from './heads-questions.tsx';
import { HeadsWord } from './heads-word.tsx';
import { MachinesLine } from './machines-line.tsx';
import { findChosenSession, identifyPeople, useAttendance, useCitizens, useSession } from './queries.ts';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';
import { RoomReading } from './room-reading.tsx';
import { SessionDesk } from './session-desk.tsx';
import { SessionFigures } from './session-figures.tsx';
import styles from './session-view.module.css';
import { listTwins } from './list-twins.ts';
import { TeamReminder } from './team-reminder.tsx';
import { TwinQuestion } from './twin-question.tsx';
import { VisitorQueue } from './visitor-queue.tsx';

interface SessionViewProps {
  readonly work: Work;
  readonly sessionId: string;
}

export function SessionView({ work, sessionId }: SessionViewProps) {
  useSnapshot(work.store, () => work.store.listRecords('session'));
  const session = useSession(work, findChosenSession(work.store, sessionId));
  return session ? <KnownSession work={work} session={session} /> : <MissingSession />;
}

interface KnownSessionProps {
  readonly work: Work;
  readonly session: SessionFacts;
}

function KnownSession({ work, session }: KnownSessionProps) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const dossiers = work.store.listRecords('dossier');
  useOnLeave(() => finishSession(work, session.record));
  const lists = useAttendance(work, session.record);
  const citizens = useCitizens(work);
  const gathered = useMemo(() => gatherPeople(lists, citizens), [lists, citizens]);
  const { count, visitors } = gathered;
  const identify = identifyPeople(citizens);
  const isOpen = session.closedAt === undefined;
  return (
    <Page width="wide" actions={isOpen && <SessionDesk work={work} session={session} count={count} />}>
      <TopBar
        help={t('help.session')}
        title={session.place}
        subtitle={<Since session={session} today={dayOfInstant(work.now())} />}
        backHref="/buoi"
        backLabel={t('sessions.toList')}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <WordOnSession work={work} session={session.record} />
          <SessionFigures count={count} others={listOtherPhones(lists, work.device, identify)} />
          <MachinesLine work={work} session={session} lists={lists} />
          {isOpen && <TeamReminder work={work} session={session} />}
          {isOpen && <CountPeople work={work} session={session.record} lists={lists} />}
          {isOpen && <RoomReading work={work} session={session} />}
          {!isOpen && (
            <ClosedSession
              work={work}
              session={session}
              count={count}
              lists={lists}
              identify={identify}
              groupText={describeForGroup(
                {
                  ...{ session, count, visitors, citizens, dossiers },
                  ...{ identify, isMarked: isPractice },
                },
                translator,
              )}
            />
          )}
        </div>
        <SessionPeople work={work} session={session} lists={lists} citizens={citizens} gathered={gathered} />
      </div>
    </Page>
  );
}

/** Read anew with every change of the store: an answer shows at once. */
function WordOnSession({ work, session }: { readonly work: Work; readonly session: RecordId }) {
  const record = work.store.findRecord(session);
  if (!record) return null;
  return (
    <>
      <HeadsWord work={work} session={record} />
      <HeadsQuestions work={work} session={record} />
    </>
  );
}

function gatherPeople(lists: readonly AttendanceList[], citizens: readonly RecordView[]) {
  const identify = identifyPeople(citizens);
  return {
    count: countSession(lists, identify),
    visitors: listVisitors(lists, identify),
    twins: listTwins(lists, citizens),
  };
}

interface SessionPeopleProps extends KnownSessionProps {
  readonly lists: readonly AttendanceList[];
  readonly citizens: readonly RecordView[];
  readonly gathered: ReturnType<typeof gatherPeople>;
}

function SessionPeople({ work, session, lists, citizens, gathered }: SessionPeopleProps) {
  const { t } = useTranslation();
  const { count, visitors, twins } = gathered;
  const isOpen = session.closedAt === undefined;
  return (
    <div className={styles.column}>
      {twins.map((pair) => (
        <TwinQuestion key={pair.first.citizen + pair.second.citizen} work={work} pair={pair} />
      ))}
      {visitors.length === 0 && isOpen && (
        <EmptyState icon="people" title={t('sessions.queueEmpty')}>
          {t('sessions.queueEmptyText')}
        </EmptyState>
      )}
      <VisitorQueue
        work={work}
        session={session.record}
        visitors={visitors}
        citizens={citizens}
        isOpen={isOpen}
      />
      {count.unnamed > 0 && <p className={styles.soft}>{describeUnnamed(count, t)}</p>}
      <SessionCustody work={work} session={session} lists={lists} />
    </div>
  );
}

function describeUnnamed(
  { unnamed, declined }: { unnamed: number; declined: number },
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (declined === 0) return t('sessions.unnamed', { count: unnamed });
  return t('sessions.unnamedDeclined', { count: unnamed, declined });
}

function Since({ session, today }: { readonly session: SessionFacts; readonly today: string }) {
  const { t } = useTranslation();
  const { openedAt, day, members } = session;
  const facts = { time: formatTime(openedAt), count: members.length };
  return day === today
    ? t('sessions.since', facts)
    : t('sessions.sinceDay', { ...facts, day: formatShortDay(day) });
}

function SessionCustody({
  work,
  session,
  lists,
}: KnownSessionProps & { readonly lists: readonly AttendanceList[] }) {
  const translator = useTranslation();
  const own = lists.filter((list) => list.device === work.device).map((list) => list.record);
  const words = describeRecords(work, [session.record, ...own], translator);
  const label = [words.transport, words.note].filter(Boolean).join('. ');
  return <CustodyDots level={words.level} tone={words.tone} label={label} showLabel />;
}

function MissingSession() {
  const { t } = useTranslation();
  return (
    <Page>
      <EmptyState
        icon="search"
        title={t('sessions.missing')}
        actions={<LinkButton href="/buoi">{t('sessions.toList')}</LinkButton>}
      >
        {t('sessions.missingText')}
      </EmptyState>
    </Page>
  );
}
