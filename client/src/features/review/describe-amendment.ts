/** What the team added after the head's word, in a line: when, who, how many more or fewer. */
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Amendment } from './arrange-log.ts';

export function describeAmendment({ by, at, more }: Amendment, translator: Translator): string {
  const { t } = translator;
  const name = by.join(', ');
  const who =
    at === undefined
      ? t('review.amended.by', { name })
      : t('review.amended.byAt', { name, when: formatDayAndTime(at, translator) });
  const sign = (count: number) => `${count > 0 ? '+' : '−'}${Math.abs(count)}`;
  const changes = (['people', 'dossiers', 'steps'] as const)
    .filter((what) => more !== undefined && more[what] !== 0)
    .map((what) => t(`review.amended.${what}`, { more: sign(more?.[what] ?? 0) }));
  return `${who}: ${changes.length > 0 ? changes.join(' · ') : t('review.amended.other')}`;
}
