/** One session on this phone: counting, the queue, the team, closing. The lists of colleagues' phones are added in as they arrive. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { useTopInView } from '../../ui/use-top-in-view.ts';
import { ClosedSession } from './closed-session.tsx';
import { listOtherPhones } from './count-session.ts';
import { CountPeople } from './count-people.tsx';
import { HeadsQuestions } from './heads-questions.tsx';
import { HeadsWord } from './heads-word.tsx';
import { MachinesLine } from './machines-line.tsx';
import { findChosenSession, identifyPeople, useSession } from './queries.ts';
import type { SessionFacts } from './read-session.ts';
import { RoomReading } from './room-reading.tsx';
import { SessionDesk } from './session-desk.tsx';
import { SessionFigures } from './session-figures.tsx';
import { SessionPeople } from './session-people.tsx';
import styles from './session-view.module.css';
import { TeamReminder } from './team-reminder.tsx';
import { type SessionContent, useSessionContent } from './use-session-content.ts';

interface SessionViewProps {
  readonly work: Work;
  readonly sessionId: string;
  /** When the commune answered this phone last; undefined: not since it was opened. */
  readonly heardAt: number | undefined;
}

export function SessionView({ work, sessionId, heardAt }: SessionViewProps) {
  useSnapshot(work.store, () => work.store.listRecords('session'));
  const session = useSession(work, findChosenSession(work.store, sessionId));
  if (!session)
    return (
      <Page>
        <MissingSession />
      </Page>
    );
  return <KnownSession work={work} session={session} heardAt={heardAt} />;
}

/** The same beside the list of sessions: read there, and worked on a screen of its own. */
export function SessionDetail({ work, sessionId, heardAt }: SessionViewProps) {
  useSnapshot(work.store, () => work.store.listRecords('session'));
  const session = useSession(work, findChosenSession(work.store, sessionId));
  return session ? <ReadSession work={work} session={session} heardAt={heardAt} /> : <MissingSession />;
}

interface KnownSessionProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly heardAt: number | undefined;
}

function KnownSession({ work, session, heardAt }: KnownSessionProps) {
  const content = useSessionContent(work, session);
  const { lists } = content;
  const isOpen = session.closedAt === undefined;
  return (
    <Page width="wide" actions={isOpen && <SessionDesk work={work} session={session} content={content} />}>
      <SessionBar work={work} session={session} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <SessionHead work={work} session={session} content={content} heardAt={heardAt} />
          {isOpen && <TeamReminder work={work} session={session} />}
          {isOpen && <CountPeople work={work} session={session.record} lists={lists} />}
          {isOpen && <RoomReading work={work} session={session} />}
          {!isOpen && <ClosedSession work={work} session={session} {...content} />}
        </div>
        <SessionPeople work={work} session={session} content={content} />
      </div>
    </Page>
  );
}

function ReadSession({ work, session, heardAt }: KnownSessionProps) {
  const { t } = useTranslation();
  const content = useSessionContent(work, session);
  const isOpen = session.closedAt === undefined;
  return (
    <>
      <SessionBar work={work} session={session} />
      <SessionHead work={work} session={session} content={content} heardAt={heardAt} />
      {isOpen ? (
        <LinkButton href={`/buoi/${session.record}`} wide>
          {t('sessions.enter')}
        </LinkButton>
      ) : (
        <ClosedSession work={work} session={session} {...content} />
      )}
      <SessionPeople work={work} session={session} content={content} />
    </>
  );
}

function SessionBar({ work, session }: Pick<KnownSessionProps, 'work' | 'session'>) {
  const { t } = useTranslation();
  const top = useTopInView<HTMLDivElement>(session.record);
  return (
    <div ref={top} className={styles.top}>
      <TopBar
        help={t('help.session')}
        title={session.place}
        subtitle={<Since session={session} today={dayOfInstant(work.now())} />}
        backHref="/buoi"
        backLabel={t('sessions.toList')}
      />
    </div>
  );
}

function SessionHead({
  work,
  session,
  content: { allLists, count, citizens },
  heardAt,
}: KnownSessionProps & { readonly content: SessionContent }) {
  return (
    <>
      <WordOnSession work={work} session={session.record} />
      <SessionFigures
        count={count}
        others={listOtherPhones(allLists, work.device, identifyPeople(citizens))}
      />
      <MachinesLine work={work} session={session} lists={allLists} heardAt={heardAt} />
    </>
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

function Since({ session, today }: { readonly session: SessionFacts; readonly today: string }) {
  const { t } = useTranslation();
  const { openedAt, day, members } = session;
  const facts = { time: formatTime(openedAt), count: members.length };
  return day === today
    ? t('sessions.since', facts)
    : t('sessions.sinceDay', { ...facts, day: formatShortDay(day, today) });
}

export function MissingSession() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon="search"
      title={t('sessions.missing')}
      actions={<LinkButton href="/buoi">{t('sessions.toList')}</LinkButton>}
    >
      {t('sessions.missingText')}
    </EmptyState>
  );
}
