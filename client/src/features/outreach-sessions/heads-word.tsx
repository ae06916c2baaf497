/** What the head said of a session, where its team reads it: approved, or sent back with what to mend. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { findWord } from './find-word.ts';

interface HeadsWordProps {
  readonly work: Work;
  readonly session: RecordId;
}

export function HeadsWord({ work, session }: HeadsWordProps) {
  const { t } = useTranslation();
  const word = findWord(work.store.listRecords('review'), session);
  if (!word) return null;
  const byOn = t('sessions.wordByOn', { name: word.by, day: formatShortDay(dayOfInstant(word.at)) });
  if (word.decision === 'approved')
    return (
      <Banner tone="good" title={t('sessions.wordApproved')}>
        {byOn}
      </Banner>
    );
  return (
    <Banner tone="attention" title={t('sessions.wordReturned')}>
      {word.reason && <p>{word.reason}</p>}
      <p>{byOn}</p>
    </Banner>
  );
}
