/** The pages of a paper that has several, and the way to take one out again. Shows no picture: they are sealed. */
import type { AttachmentId } from '#shared/ids';
import type { FormDocument } from '#shared/rules/form-definition';
import { PAGE_LIMITS, type PaperPage } from '#shared/rules/paper-pages';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { findPageLimit, removePage } from './attach-paper.ts';
import styles from './papers.module.css';
import { toRecord } from './queries.ts';
import type { Dossier } from './read-dossier.ts';

interface PageListProps {
  readonly work: Work;
  readonly dossier: Dossier;
  readonly document: FormDocument;
  readonly isLocked: boolean;
  readonly pages: readonly PaperPage<AttachmentId>[];
}

export function PageList({ work, dossier, document, isLocked, pages }: PageListProps) {
  const { t, language } = useTranslation();
  const limit = findPageLimit(dossier, document.id);
  const remove = (page: PaperPage<AttachmentId>, number: number) => {
    const undo = removePage(work, dossier, page);
    showNotice({
      text: t('scans.page.removed', { page: number }),
      action: { label: t('shell.action.undo'), onPress: undo },
    });
  };
  return (
    <>
      <ol className={styles.pages}>
        {pages.map((page, at) => (
          <li key={page.key}>
            <span>
              {t('scans.page.taken', { page: at + 1, time: describeTaking(work, page.attachment) })}
            </span>
            {!isLocked && (
              <Button
                variant="quiet"
                aria-label={t('scans.page.removeOf', { page: at + 1, label: document.label[language] })}
                onClick={() => remove(page, at + 1)}
              >
                {t('scans.page.remove')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!isLocked && limit && (
        <p className={styles.note}>{t(`scans.page.${limit}`, { most: PAGE_LIMITS[limit] })}</p>
      )}
    </>
  );
}

/** By the phone's own clock: enough to tell one page from another. */
function describeTaking({ store }: Work, attachment: AttachmentId): string {
  const at = store.findRecord(toRecord(attachment))?.values['takenAt'];
  return typeof at === 'number' ? formatTime(at) : '';
}
