/** Whether paper is still taken, since or until when, and by whose word. Knows no day by itself. */
import { isInForce, type Procedure } from '#shared/rules/procedure';
import { formatDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';

type Statement = Procedure['paperAcceptance'][number];

/** `today`: `yyyy-mm-dd`. What holds today, then what is known to come. */
export function describePaper(
  { paperAcceptance, channels }: Pick<Procedure, 'paperAcceptance' | 'channels'>,
  today: string,
  translator: Translator,
): string[] {
  const { t } = translator;
  const now = paperAcceptance.find((statement) => isInForce(statement, today));
  const next = paperAcceptance.find(({ effectiveFrom }) => effectiveFrom > today);
  const isOnlineToo = channels.includes('online');
  return [
    now ? sayNow(now, isOnlineToo, translator) : t('lookup.paper.unknown'),
    ...(next ? [t(`lookup.paper.next.${next.value}`, { day: formatDay(next.effectiveFrom) })] : []),
    ...(now ? [t('lookup.paper.source', { source: nameSource(now) })] : []),
  ];
}

function sayNow(
  { value, effectiveFrom, effectiveTo }: Statement,
  isOnlineToo: boolean,
  { t }: Translator,
): string {
  if (value === 'unknown') return t('lookup.paper.unknown');
  if (value === 'no') return t('lookup.paper.no', { day: formatDay(effectiveFrom) });
  if (!isOnlineToo) return t('lookup.paper.only');
  return effectiveTo === undefined
    ? t('lookup.paper.yes')
    : t('lookup.paper.yesUntil', { day: formatDay(effectiveTo) });
}

/** What stands after the colon are the source's own words, in its own language. */
function nameSource({ legalBasis }: Statement): string {
  return legalBasis.split(':')[0] ?? legalBasis;
}
