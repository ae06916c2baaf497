/** The picture before it is accepted: the last time that this phone shows it. Seals nothing itself. */
import { useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import { formatBytes } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CropDialog } from './crop-dialog.tsx';
import styles from './papers.module.css';
import type { IncomingPaper, ShownPaper } from './use-incoming-paper.ts';

interface PaperPreviewProps {
  readonly incoming: IncomingPaper;
  readonly shown: ShownPaper;
  readonly documents: readonly FormDocument[];
  /** Photographed once more, for the same paper. */
  readonly onRetake: (document: FormDocument) => void;
}

export function PaperPreview({ incoming, shown, documents, onRetake }: PaperPreviewProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const [chosen, setChosen] = useState(shown.documentId ?? documents[0]?.id);
  const document = documents.find((one) => one.id === chosen);
  const label = document?.label[language] ?? '';
  const accept = () => {
    if (document) void incoming.accept(document, document.label.vi.slice(0, 200));
  };
  return (
    <Dialog
      title={t('dossiers.paper.previewTitle')}
      closeLabel={t('shell.action.close')}
      onClose={incoming.drop}
      actions={
        <PreviewActions
          isSealing={incoming.isSealing}
          isDoubtful={shown.doubt !== undefined}
          onAccept={accept}
          onDrop={incoming.drop}
          onRetake={() => document && onRetake(document)}
        />
      }
    >
      {shown.doubt && (
        <Banner tone="attention" live title={t(`dossiers.paper.doubt.${shown.doubt}`)}>
          {t(`dossiers.paper.doubt.${shown.doubt}Help`)}
        </Banner>
      )}
      <p>{t('dossiers.paper.previewHint')}</p>
      <div className={styles.preview}>
        {shown.type === 'application/pdf' ? (
          <p>{t('dossiers.paper.previewPdf', { size: formatBytes(shown.blob.size, translator) })}</p>
        ) : (
          <img src={shown.url} alt={t('dossiers.paper.previewAlt', { label })} />
        )}
      </div>
      <CropPart incoming={incoming} shown={shown} />
      {shown.documentId === undefined && documents.length > 1 && (
        <ChoiceList
          legend={t('dossiers.paper.whichOne')}
          choices={documents.map((one) => ({ value: one.id, label: one.label[language] }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {shown.documentId !== undefined && <p className={styles.note}>{label}</p>}
    </Dialog>
  );
}

/** A PDF is taken as it is. */
function CropPart({ incoming, shown }: Pick<PaperPreviewProps, 'incoming' | 'shown'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!shown.whole || incoming.isSealing) return null;
  return (
    <div className={styles.actions}>
      <Button variant="secondary" icon="edit" onClick={() => setOpen(true)} data-testid="paper-crop">
        {t('scans.crop.open')}
      </Button>
      {isOpen && (
        <CropDialog
          picture={shown.whole}
          before={shown.marks}
          onCrop={incoming.crop}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

interface PreviewActionsProps {
  readonly isSealing: boolean;
  readonly isDoubtful: boolean;
  readonly onAccept: () => void;
  readonly onDrop: () => void;
  readonly onRetake: () => void;
}

/** What cannot be read is taken again first; it is never refused. */
function PreviewActions({ isSealing, isDoubtful, onAccept, onDrop, onRetake }: PreviewActionsProps) {
  const { t } = useTranslation();
  if (isDoubtful)
    return (
      <>
        <Button icon="camera" onClick={onRetake} data-testid="paper-retake">
          {t('dossiers.paper.again')}
        </Button>
        <Button variant="secondary" onClick={onAccept} busy={isSealing} data-testid="paper-accept">
          {t(isSealing ? 'dossiers.paper.sealing' : 'dossiers.paper.useAnyway')}
        </Button>
      </>
    );
  return (
    <>
      <Button variant="secondary" onClick={onDrop}>
        {t('shell.action.cancel')}
      </Button>
      <Button icon="lock" onClick={onAccept} busy={isSealing} data-testid="paper-accept">
        {t(isSealing ? 'dossiers.paper.sealing' : 'dossiers.paper.accept')}
      </Button>
    </>
  );
}
