/** By whom and when the head's word was said; of somebody who stood in for the head, that too. */
import type { HeadQuestion } from '#shared/model/review';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';

type Said = Pick<HeadQuestion, 'by' | 'at' | 'delegation'>;

export function describeWriter({ by, at, delegation }: Said, { t }: Translator, today: string): string {
  const facts = { name: by, day: formatShortDay(dayOfInstant(at), today) };
  return delegation === undefined ? t('sessions.wordByOn', facts) : t('sessions.wordByDeputyOn', facts);
}
