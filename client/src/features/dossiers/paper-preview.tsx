/** The picture before it is accepted: the last time that this phone shows it. Seals nothing itself. */
import { useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import { formatBytes } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NEW_PAGE } from './attach-paper.ts';
import { CropDialog } from './crop-dialog.tsx';
import { PagePlacePart, useAcceptWords, usePagePlace } from './page-place.tsx';
import styles from './papers.module.css';
import type { Dossier } from './read-dossier.ts';
import type { IncomingPaper, ShownPaper } from './use-incoming-paper.ts';

interface PaperPreviewProps {
  readonly incoming: IncomingPaper;
  readonly shown: ShownPaper;
  readonly dossier: Dossier;
  readonly documents: readonly FormDocument[];
  /** The camera for this paper: once more, or for its next page. */
  readonly onCamera: (document: FormDocument, page: 'next' | 'again') => void;
}

export function PaperPreview(props: PaperPreviewProps) {
  const { incoming, shown } = props;
  const [isCropping, setCropping] = useState(false);
  const look = <PaperLook {...props} onCrop={() => setCropping(true)} />;
  // A PDF is taken as it is.
  if (!isCropping || !shown.whole) return look;
  return (
    <CropDialog
      picture={shown.whole}
      before={shown.marks}
      onCrop={incoming.crop}
      onClose={() => setCropping(false)}
    />
  );
}

function PaperLook(props: PaperPreviewProps & { readonly onCrop: () => void }) {
  const { incoming, shown, dossier, documents, onCamera, onCrop } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const { documentId } = shown.aim;
  // Brought without saying for which paper, and there are several.
  const isOpen = documentId === undefined && documents.length > 1;
  const [chosen, setChosen] = useState(documentId ?? documents[0]?.id);
  const document = documents.find((one) => one.id === chosen);
  const place = usePagePlace(dossier, document?.id ?? '', shown.aim.page);
  const acceptWords = useAcceptWords(place);
  const label = document?.label[language] ?? '';
  const accept = async () => (document ? incoming.accept({ document, page: place.page }) : false);
  return (
    <Dialog
      title={t('dossiers.paper.previewTitle')}
      closeLabel={t('shell.action.close')}
      onClose={incoming.drop}
      actions={
        <PreviewActions
          isSealing={incoming.isSealing}
          isDoubtful={shown.doubt !== undefined}
          acceptWords={acceptWords}
          onAccept={() => void accept()}
          onDrop={incoming.drop}
          onRetake={() => document && onCamera(document, place.page === NEW_PAGE ? 'next' : 'again')}
          onNext={
            shown.aim.isTaken && document && place.leavesRoom
              ? () => void accept().then((isKept) => isKept && onCamera(document, 'next'))
              : undefined
          }
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
      {shown.whole && !incoming.isSealing && <CropButton onPress={onCrop} />}
      {isOpen && (
        <ChoiceList
          legend={t('dossiers.paper.whichOne')}
          choices={documents.map((one) => ({ value: one.id, label: one.label[language] }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {!isOpen && <p className={styles.note}>{label}</p>}
      <PagePlacePart place={place} isAsked={shown.aim.page !== 'next'} />
    </Dialog>
  );
}

function CropButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.actions}>
      <Button variant="secondary" icon="edit" onClick={onPress} data-testid="paper-crop">
        {t('scans.crop.open')}
      </Button>
    </div>
  );
}

interface PreviewActionsProps {
  readonly isSealing: boolean;
  readonly isDoubtful: boolean;
  readonly acceptWords: string;
  readonly onAccept: () => void;
  readonly onDrop: () => void;
  readonly onRetake: () => void;
  /** Undefined where no page can follow, or no camera is at hand. */
  readonly onNext: (() => void) | undefined;
}

/** What cannot be read is taken again first; it is never refused. */
function PreviewActions(props: PreviewActionsProps) {
  const { isSealing, isDoubtful, acceptWords, onAccept, onDrop, onRetake, onNext } = props;
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
      {onNext && !isSealing && (
        <Button variant="secondary" onClick={onNext} data-testid="paper-accept-next">
          {t('scans.page.acceptNext')}
        </Button>
      )}
      <Button icon="lock" onClick={onAccept} busy={isSealing} data-testid="paper-accept">
        {isSealing ? t('dossiers.paper.sealing') : acceptWords}
      </Button>
    </>
  );
}
