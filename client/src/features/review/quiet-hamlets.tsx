/** Hamlets without a session for weeks: asked on their team's phones, or by a message that the head sends in person. */
import { pickQuestion } from '#shared/rules/heads-word';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDayAndTime, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { takeBack } from './actions.ts';
import type { QuietHamlet } from './arrange-log.ts';
import { findQuestions, type ShownQuestion } from './find-questions.ts';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.ts';

interface QuietHamletsProps {
  readonly hamlets: readonly QuietHamlet[];
  readonly work: Work;
  readonly decisions: Decisions;
}

export function QuietHamlets({ hamlets, work, decisions }: QuietHamletsProps) {
  const { t } = useTranslation();
  if (hamlets.length === 0) return <p>{t('review.noneCounted')}</p>;
  return (
    <ul>
      {hamlets.map((hamlet) => (
        <HamletRow key={hamlet.hamlet} hamlet={hamlet} work={work} decisions={decisions} />
      ))}
    </ul>
  );
}

interface HamletRowProps {
  readonly hamlet: QuietHamlet;
  readonly work: Work;
  readonly decisions: Decisions;
}

function HamletRow({ hamlet: one, work, decisions }: HamletRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { hamlet, lastSession } = one;
  const request = findLastRequest(one, work);
  const text = describeNudge(one, translator);
  // Nothing of a person stands in it, so it may stay on the clipboard: it is pasted in another app.
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showNotice({ text: t('review.nudge.copied') }),
      () => showNotice({ text }),
    );
  return (
    <li>
      <b>{hamlet}</b>: {describeHamlet(one, { request, today: dayOfInstant(work.now()) }, translator)}
      <div className={styles.rowActions}>
        {lastSession !== undefined && (!request || request.answer) && (
          <Button
            variant="secondary"
            icon="send"
            data-testid="request-session"
            onClick={() => decisions.request(hamlet, lastSession, text)}
          >
            {t('review.request', { hamlet })}
          </Button>
        )}
        {request?.place && !request.answer && (
          <Button variant="quiet" icon="undo" onClick={() => request.place && takeBack(work, request.place)}>
            {t('review.ask.takeBack')}
          </Button>
        )}
        <Button variant="quiet" icon="copy" onClick={() => void copy()}>
          {t('review.nudge.copy', { hamlet })}
        </Button>
      </div>
    </li>
  );
}

function findLastRequest({ lastSession, request }: QuietHamlet, work: Work): ShownQuestion | undefined {
  if (lastSession === undefined) return undefined;
  const reviews = work.store.listRecords('review');
  const told = request ? [request] : [];
  return pickQuestion(findQuestions({ session: lastSession, told, reviews, about: 'nextSession' }));
}

function describeNudge({ hamlet, weeks }: QuietHamlet, { t }: Translator): string {
  return weeks === null
    ? t('review.nudge.never', { hamlet })
    : t('review.nudge.quiet', { hamlet, count: weeks });
}

function describeHamlet(
  { lastDay }: QuietHamlet,
  { request, today }: { readonly request: ShownQuestion | undefined; readonly today: string },
  translator: Translator,
): string {
  const { t } = translator;
  const last =
    lastDay === null
      ? t('review.lastNever')
      : t('review.lastSession', { day: formatShortDay(lastDay, today) });
  if (!request) return last;
  const { answer, at } = request;
  if (!answer) return `${last} · ${t('review.requested', { when: formatDayAndTime(at, translator) })}`;
  const note = answer.note === '' ? t('review.requestSeen') : `“${answer.note}”`;
  return `${last} · ${t('review.requestAnswered', { name: answer.by, note })}`;
}
