/** One scan, fetched from the commune into memory and gone when the dialog closes. Nothing of it touches the disk. */
import type { AttachmentId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PdfButton } from '../../ui/pdf-button.tsx';
import styles from './desk.module.css';
import { useScan } from './use-scan.ts';

interface PaperDialogProps {
  readonly work: Work;
  readonly attachment: AttachmentId;
  readonly label: string;
  readonly onClose: () => void;
}

export function PaperDialog({ work, attachment, label, onClose }: PaperDialogProps) {
  const { t } = useTranslation();
  const scan = useScan(work, attachment);
  return (
    <Dialog title={label} closeLabel={t('shell.action.close')} onClose={onClose}>
      {scan.state === 'fetching' && <p role="status">{t('desk.paper.fetching')}</p>}
      {scan.state === 'locked' && (
        <Banner icon="lock" live>
          {t('desk.paper.locked')}
        </Banner>
      )}
      {scan.state === 'open' && (
        <>
          <p className={styles.hint}>{t('desk.paper.note')}</p>
          {scan.isPdf ? (
            <PdfButton address={scan.address}>{t('desk.paper.openPdf')}</PdfButton>
          ) : (
            <img src={scan.address} alt={label} className={styles.scan} />
          )}
        </>
      )}
    </Dialog>
  );
}
