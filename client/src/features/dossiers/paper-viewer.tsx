/** Shows an accepted scan as the commune gives it back: in memory only, gone when the dialog closes, locked without signal. */
import { useEffect, useState } from 'react';
import type { AttachmentId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PdfButton } from '../../ui/pdf-button.tsx';
import styles from './papers.module.css';
import { toRecord } from './queries.ts';

interface PaperViewerProps {
  readonly work: Work;
  /** Its pages, in their order. */
  readonly attachments: readonly AttachmentId[];
  readonly label: string;
  readonly onClose: () => void;
}

export function PaperViewer({ work, attachments, label, onClose }: PaperViewerProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={label} closeLabel={t('shell.action.close')} onClose={onClose}>
      {attachments.map((attachment, at) => (
        <PageView
          key={attachment}
          work={work}
          attachment={attachment}
          label={attachments.length > 1 ? t('scans.page.ofPaper', { label, page: at + 1 }) : label}
          isFirst={at === 0}
        />
      ))}
    </Dialog>
  );
}

interface PageViewProps {
  readonly work: Work;
  readonly attachment: AttachmentId;
  readonly label: string;
  readonly isFirst: boolean;
}

function PageView({ work, attachment, label, isFirst }: PageViewProps) {
  const { t } = useTranslation();
  const fetched = useFetchedPaper(work, attachment);
  if (fetched === 'fetching') return <p role="status">{t('dossiers.paper.viewing')}</p>;
  // Said once for all pages: without signal none of them can be had.
  if (fetched === 'locked')
    return (
      isFirst && (
        <Banner icon="lock" live>
          {t('dossiers.paper.viewLocked')}
        </Banner>
      )
    );
  return (
    <>
      {isFirst && <p className={styles.note}>{t('dossiers.paper.viewNote')}</p>}
      <div className={styles.preview}>
        {fetched.isPdf ? (
          <PdfButton address={fetched.url}>{t('dossiers.paper.openPdf')}</PdfButton>
        ) : (
          <img src={fetched.url} alt={label} />
        )}
      </div>
    </>
  );
}

type FetchedPaper = 'fetching' | 'locked' | { readonly url: string; readonly isPdf: boolean };

function useFetchedPaper(work: Work, attachment: AttachmentId): FetchedPaper {
  const [fetched, setFetched] = useState<FetchedPaper>('fetching');
  useEffect(() => {
    let made: string | undefined;
    let isLeft = false;
    const show = (blob: Blob | undefined) => {
      if (isLeft) return;
      if (!blob) return setFetched('locked');
      const type = work.store.findRecord(toRecord(attachment))?.values['type'];
      made = URL.createObjectURL(new Blob([blob], { type: String(type ?? '') }));
      setFetched({ url: made, isPdf: type === 'application/pdf' });
    };
    work.papers.view(attachment).then(show, () => show(undefined));
    return () => {
      isLeft = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [work, attachment]);
  return fetched;
}
