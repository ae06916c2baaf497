/** On whose word a share of the lodged dossiers rests. */
import type { Translator } from '../../i18n/translate.ts';
import type { OnlineFigure } from './month-figures.ts';

export function describeSource(
  { byPortal: portal, share: { whole } }: Pick<OnlineFigure, 'byPortal' | 'share'>,
  { t }: Translator,
): string {
  if (portal === whole) return t('review.source.portal');
  return portal === 0 ? t('review.source.team') : t('review.source.both', { portal, team: whole - portal });
}
