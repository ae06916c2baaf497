/** What an unfinished dossier still lacks, in a few words. Reads records; writes nothing. */
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';
import { findOpenDossier, listDossierLacks } from './queries.ts';

/** Undefined where this version does not know its procedure. */
export function describeDraft(work: Work, view: RecordView, { t }: Translator): string | undefined {
  const open = findOpenDossier(work, view.record);
  if (typeof open === 'string') return undefined;
  const lacks = listDossierLacks(work, open).map(({ type }) => type);
  const papers = lacks.filter((type) => type === 'paper').length;
  const answers = lacks.filter((type) => type === 'answer').length;
  const others = lacks.length - papers - answers;
  const words = [
    papers > 0 && t('dossiers.draft.papers', { count: papers }),
    answers > 0 && t('dossiers.draft.answers', { count: answers }),
    // Who lodges is asked at the end: worth a word only when nothing else is left.
    papers + answers === 0 && others > 0 && t('dossiers.draft.others', { count: others }),
    lacks.length === 0 && t('dossiers.draft.complete'),
  ];
  return words.filter(Boolean).join(' · ');
}
