/** Whether a new photograph is one more page of its paper or takes the place of one that is there. What loses nothing comes first. */
import { useState } from 'react';
import { listPages, PAGE_LIMITS } from '#shared/rules/paper-pages';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { findPageLimit, NEW_PAGE } from './attach-paper.ts';
import styles from './papers.module.css';
import type { Dossier } from './read-dossier.ts';
import type { PaperAim } from './use-incoming-paper.ts';

export interface PagePlace {
  /** Undefined where there is no page yet. */
  readonly page: string | undefined;
  /** Of the pages that are there, in their order. */
  readonly keys: readonly string[];
  readonly limit: ReturnType<typeof findPageLimit>;
  /** Another page could follow this one. */
  readonly leavesRoom: boolean;
  readonly choose: (page: string) => void;
}

export function usePagePlace(dossier: Dossier, documentId: string, aim: PaperAim['page']): PagePlace {
  const [picked, setPicked] = useState<{ readonly documentId: string; readonly page: string }>();
  const keys = listPages(dossier.papers, documentId).map(({ key }) => key);
  const limit = findPageLimit(dossier, documentId);
  const isAgain = aim === 'again' || limit !== undefined;
  const page = picked?.documentId === documentId ? picked.page : isAgain ? keys[0] : NEW_PAGE;
  const after = keys.length + (page === NEW_PAGE || keys.length === 0 ? 1 : 0);
  const all = Object.keys(dossier.papers).length + after - keys.length;
  return {
    page: keys.length === 0 ? undefined : page,
    ...{ keys, limit },
    leavesRoom: after < PAGE_LIMITS.perPaper && all < PAGE_LIMITS.perDossier,
    choose: (chosen) => setPicked({ documentId, page: chosen }),
  };
}

/** Names the page where there could be a doubt: what is replaced is not seen any more. */
export function useAcceptWords({ page, keys }: PagePlace): string {
  const { t } = useTranslation();
  if (page === NEW_PAGE) return t('scans.page.acceptAs', { page: keys.length + 1 });
  if (page === undefined || keys.length === 1) return t('dossiers.paper.accept');
  return t('scans.page.acceptFor', { page: keys.indexOf(page) + 1 });
}

export function PagePlacePart({ place, isAsked }: { readonly place: PagePlace; readonly isAsked: boolean }) {
  const { t } = useTranslation();
  const { page, keys, limit, choose } = place;
  const number = keys.length + 1;
  if (page === undefined) return null;
  if (!isAsked && limit === undefined)
    return (
      <p className={styles.note}>{t('scans.page.adding', { page: number, most: PAGE_LIMITS.perPaper })}</p>
    );
  return (
    <ChoiceList
      legend={t('scans.page.where')}
      hint={limit && t(`scans.page.${limit}`, { most: PAGE_LIMITS[limit] })}
      choices={[
        ...(limit === undefined ? [{ value: NEW_PAGE, label: t('scans.page.add', { page: number }) }] : []),
        ...keys.map((key, at) => ({ value: key, label: t('scans.page.replace', { page: at + 1 }) })),
      ]}
      value={page}
      onChange={choose}
    />
  );
}
