/** Whoever came to a session: possible doubles, the queue, those counted without a name, and where all of it is. */
import { describeRecords } from '../../custody/describe-records.ts';
import type { Work } from '../../custody/work.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';
import { HalfWritten } from './half-written.tsx';
import { TwinQuestion } from './twin-question.tsx';
import type { SessionContent } from './use-session-content.ts';
import { VisitorQueue } from './visitor-queue.tsx';

interface SessionPeopleProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly content: SessionContent;
}

export function SessionPeople({ work, session, content }: SessionPeopleProps) {
  const { t } = useTranslation();
  const { count, visitors, halfWritten, twins, citizens, lists, findOutcome } = content;
  const isOpen = session.closedAt === undefined;
  return (
    <div className={styles.column}>
      {twins.map((pair) => (
        <TwinQuestion key={pair.first.citizen + pair.second.citizen} work={work} pair={pair} />
      ))}
      <HalfWritten people={halfWritten} citizens={citizens} />
      {visitors.length === 0 && halfWritten.length === 0 && isOpen && (
        <EmptyState icon="people" title={t('sessions.queueEmpty')}>
          {t('sessions.queueEmptyText')}
        </EmptyState>
      )}
      <VisitorQueue
        work={work}
        session={session.record}
        visitors={visitors}
        citizens={citizens}
        findOutcome={findOutcome}
        isOpen={isOpen}
      />
      {count.unnamed > 0 && <p className={styles.soft}>{describeUnnamed(count, t)}</p>}
      <SessionCustody work={work} session={session} lists={lists} />
    </div>
  );
}

function describeUnnamed({ unnamed, declined }: { unnamed: number; declined: number }, t: Translate): string {
  if (declined === 0) return t('sessions.unnamed', { count: unnamed });
  return t('sessions.unnamedDeclined', { count: unnamed, declined });
}

interface SessionCustodyProps extends Pick<SessionPeopleProps, 'work' | 'session'> {
  readonly lists: readonly AttendanceList[];
}

function SessionCustody({ work, session, lists }: SessionCustodyProps) {
  const translator = useTranslation();
  const own = lists.filter((list) => list.device === work.device).map((list) => list.record);
  const words = describeRecords(work, [session.record, ...own], translator);
  const label = [words.transport, words.note].filter(Boolean).join('. ');
  return <CustodyDots level={words.level} tone={words.tone} label={label} showLabel />;
}
