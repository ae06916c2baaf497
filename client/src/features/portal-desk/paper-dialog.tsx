/** The scans of one paper, fetched from the commune into memory and gone when the dialog closes. Nothing of it touches the disk. */
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
  /** The pages of one paper, in their order. */
  readonly attachments: readonly AttachmentId[];
  readonly label: string;
  readonly onClose: () => void;
}

export function PaperDialog({ work, attachments, label, onClose }: PaperDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={label} closeLabel={t('shell.action.close')} onClose={onClose}>
      {attachments.map((attachment, at) => (
        <ScanView
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

interface ScanViewProps {
  readonly work: Work;
  readonly attachment: AttachmentId;
  readonly label: string;
  readonly isFirst: boolean;
}

function ScanView({ work, attachment, label, isFirst }: ScanViewProps) {
  const { t } = useTranslation();
  const scan = useScan(work, attachment);
  if (scan.state === 'fetching') return <p role="status">{t('desk.paper.fetching')}</p>;
  if (scan.state === 'locked')
    return (
      <Banner icon="lock" live title={isFirst ? undefined : label}>
        {t('desk.paper.locked')}
      </Banner>
    );
  return (
    <>
      {isFirst && <p className={styles.hint}>{t('desk.paper.note')}</p>}
      {scan.isPdf ? (
        <PdfButton address={scan.address}>{t('desk.paper.openPdf')}</PdfButton>
      ) : (
        <img src={scan.address} alt={label} className={styles.scan} />
      )}
    </>
  );
}
