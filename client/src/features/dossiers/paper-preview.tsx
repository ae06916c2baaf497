/** The picture before it is accepted: the last time that this phone shows it. Seals nothing itself. */
import { useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import { formatBytes } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './papers.module.css';
import type { IncomingPaper, ShownPaper } from './use-incoming-paper.ts';

interface PaperPreviewProps {
  readonly incoming: IncomingPaper;
  readonly shown: ShownPaper;
  readonly documents: readonly FormDocument[];
}

export function PaperPreview({ incoming, shown, documents }: PaperPreviewProps) {
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
        <>
          <Button variant="secondary" onClick={incoming.drop}>
            {t('shell.action.cancel')}
          </Button>
          <Button icon="lock" onClick={accept} busy={incoming.isSealing} data-testid="paper-accept">
            {t(incoming.isSealing ? 'dossiers.paper.sealing' : 'dossiers.paper.accept')}
          </Button>
        </>
      }
    >
      <p>{t('dossiers.paper.previewHint')}</p>
      <div className={styles.preview}>
        {shown.type === 'application/pdf' ? (
          <p>{t('dossiers.paper.previewPdf', { size: formatBytes(shown.blob.size, translator) })}</p>
        ) : (
          <img src={shown.url} alt={t('dossiers.paper.previewAlt', { label })} />
        )}
      </div>
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
