/** One session in figures, read in a minute: who was there, what was done and by whom, what went wrong; and the head's word on it. */
import type { SessionSummary } from '#shared/contracts/review';
import { sessionKinds } from '#shared/model/outreach-session';
import type { Work } from '../../custody/work.ts';
import { formatTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DetailHead } from '../../ui/detail-head.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { isPending, type LogEntry } from './arrange-log.ts';
import { AmendmentLine } from './amendment-line.tsx';
import { DecisionLine } from './decision-line.tsx';
import { describeFlag } from './describe-flag.ts';
import { PeopleSection } from './people-section.tsx';
import { QuestionLines } from './question-lines.tsx';
import type { ReviewOffice } from './queries.ts';
import styles from './review.module.css';
import { SessionFigures } from './session-figures.tsx';
import { SessionStory } from './session-story.tsx';
import { SilentPhones } from './silent-phones.tsx';
import type { Decisions } from './use-decisions.ts';

interface SessionDetailProps {
  readonly entry: LogEntry;
  readonly work: Work;
  readonly office: ReviewOffice;
  readonly decisions: Decisions;
  readonly onSendBack: () => void;
  readonly onAsk: () => void;
}

/** They have words of their own, with their names. */
const TOLD_APART: readonly LogEntry['flags'][number]['type'][] = [
  'silentPhones',
  'answered',
  'asked',
  'questionAnswered',
];

export function SessionDetail({ entry, work, office, decisions, onSendBack, onAsk }: SessionDetailProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { session } = entry;
  const flags = entry.flags.filter(({ type }) => !TOLD_APART.includes(type));
  return (
    <>
      <DetailHead shown={session.session} backHref="/nhat-ky" backLabel={t('review.backToLog')}>
        <PageHeading
          overline={describePlace(session, translator)}
          help={t('help.logDetail')}
          title={session.place}
        />
      </DetailHead>
      {entry.decision && <DecisionLine decision={entry.decision} work={work} />}
      <AmendmentLine amendment={entry.amendment} reply={entry.reply} />
      <QuestionLines questions={entry.questions} work={work} />
      {isPending(entry) && flags.length > 0 && (
        <Banner tone="attention" title={t('review.oddTitle')}>
          <ul className={styles.flags}>
            {flags.map((flag) => (
              <li key={flag.type}>{describeFlag(flag, translator)}</li>
            ))}
          </ul>
        </Banner>
      )}
      <SilentPhones session={session} />
      <SessionFigures session={session} />
      <SessionStory session={session} />
      <PeopleSection key={session.session} session={session.session} office={office} />
      {entry.standing === 'goingOn' && <Banner icon="clock">{t('review.openNow')}</Banner>}
      <Button
        variant="secondary"
        wide
        icon="send"
        aria-keyshortcuts="H"
        onClick={onAsk}
        data-testid="ask-team"
      >
        {t('review.ask')} <KeyHint letter="H" />
      </Button>
      {isPending(entry) && <DetailActions {...{ entry, decisions, onSendBack }} />}
    </>
  );
}

type DetailActionsProps = Pick<SessionDetailProps, 'entry' | 'decisions' | 'onSendBack'>;

function DetailActions({ entry, decisions, onSendBack }: DetailActionsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.actions}>
      <Button
        icon="check"
        aria-keyshortcuts="D"
        onClick={() => decisions.approve([entry])}
        data-testid="approve-session"
      >
        {entry.silentPhones > 0 ? t('review.approvePart') : t('review.approve')} <KeyHint letter="D" />
      </Button>
      <Button variant="secondary" aria-keyshortcuts="G" onClick={onSendBack} data-testid="return-session">
        {t('review.sendBack')} <KeyHint letter="G" />
      </Button>
    </div>
  );
}

/** Seen where there is a keyboard; heard through the button's own property. */
function KeyHint({ letter }: { readonly letter: string }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {letter}
    </kbd>
  );
}

function describePlace(session: SessionSummary, translator: Translator): string {
  const day = formatWeekdayAndDay(session.day, translator);
  const kind = sessionKinds.find((known) => known === session.kind);
  const parts = [day, describeTimes(session, translator), kind && translator.t(`review.kind.${kind}`)];
  return [...parts, session.hamlet].filter(Boolean).join(' · ');
}

function describeTimes({ openedAt, closedAt }: SessionSummary, { t }: Translator): string | undefined {
  if (openedAt === null) return undefined;
  const from = formatTime(openedAt);
  return closedAt === null
    ? t('review.from', { from })
    : t('review.until', { from, to: formatTime(closedAt) });
}
