/** Which of a pack's papers are there, and whose errand the others are, in a few words. */
import type { Translator } from '../../i18n/translate.ts';
import { countPapers, listDeskPapers, outstanding } from './list-desk-rows.ts';
import type { Pack } from './read-pack.ts';

/** Undefined where the procedure is not known. "All there" is said of what is there alone. */
export function describePapers(pack: Pack, { t }: Translator): string | undefined {
  if (!pack.procedure) return undefined;
  const counts = countPapers(listDeskPapers(pack));
  const open = [...(['missing', ...outstanding] as const)]
    .filter((what) => counts[what] > 0)
    .map((what) => t(`desk.papers.${what}`, { count: counts[what] }));
  if (open.length > 0) return open.join(' · ');
  return t(counts.settled > 0 ? 'desk.papers.ready' : 'desk.papers.none');
}
