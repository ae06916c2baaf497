/** Whether a pack's papers are there, in two or three words. */
import type { Translator } from '../../i18n/translate.ts';
import { countMissingPapers, listDeskPapers } from './list-desk-rows.ts';
import type { Pack } from './read-pack.ts';

/** Undefined where the procedure is not known. */
export function describePapers(pack: Pack, { t }: Translator): string | undefined {
  if (!pack.procedure) return undefined;
  const papers = listDeskPapers(pack);
  const missing = countMissingPapers(papers);
  if (missing > 0) return t('desk.papers.missing', { count: missing });
  const isAny = papers.some(
    ({ attachment, notNeeded }) => attachment !== undefined || notNeeded !== undefined,
  );
  return t(isAny ? 'desk.papers.ready' : 'desk.papers.none');
}
