/** Puts the papers of one dossier into a folder for the portal's window, and empties it. Where no folder can be picked, nothing. */
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { FolderFault, LodgingFolder } from '../../custody/lodging-folder.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Translator } from '../../i18n/translate.ts';
import { canPickFolder } from '../../platform/folder-files.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { showNotice } from '../../ui/notices.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { listLodgingPapers } from './list-lodging-papers.ts';

export interface LodgingFolderPartProps {
  readonly work: Work;
  readonly folder: LodgingFolder;
  readonly dossier: RecordId;
}

export function LodgingFolderPart({ work, folder, dossier }: LodgingFolderPartProps) {
  const translator = useTranslation();
  const { t } = translator;
  const state = useSnapshot(folder, folder.getSnapshot);
  const [fault, setFault] = useState<FolderFault>();
  const papers = listLodgingPapers(work, dossier);
  if (!canPickFolder() || papers.length === 0) return null;
  const fill = async () => {
    setFault(undefined);
    setFault(await folder.fill(dossier, papers));
  };
  const empty = async (name: string) => {
    await folder.empty();
    if (folder.getSnapshot().type === 'empty')
      showNotice({ text: t('copyCard.folder.emptied', { folder: name }) });
  };
  const isOthers = state.type === 'filled' && state.record !== dossier;
  const trouble = isOthers ? t('copyCard.folder.otherDossier') : fault && describeFault(fault, translator);
  return (
    <Section title={t('copyCard.folder.title')}>
      {state.type === 'filled' ? (
        <>
          <p data-testid="folder-filled" role="status">
            {t('copyCard.folder.filled', { count: state.files, folder: state.folder })}
          </p>
          {state.missing > 0 && (
            <Banner tone="attention" live>
              {t('copyCard.folder.missing', { count: state.missing })}
            </Banner>
          )}
          <Button icon="check" onClick={() => void empty(state.folder)} data-testid="folder-done">
            {t('copyCard.folder.done')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('copyCard.folder.text')}</p>
          <Button
            variant="secondary"
            icon="doc"
            busy={state.type === 'filling'}
            disabled={state.type === 'left'}
            onClick={() => void fill()}
            data-testid="folder-pick"
          >
            {t(state.type === 'filling' ? 'copyCard.folder.filling' : 'copyCard.folder.pick')}
          </Button>
        </>
      )}
      {trouble && (
        <Banner tone="attention" live>
          {trouble}
        </Banner>
      )}
    </Section>
  );
}

function describeFault(fault: FolderFault, { t }: Translator): string | undefined {
  switch (fault.type) {
    case 'cancelled':
      return undefined;
    case 'refused':
    case 'otherDossier':
      return t(`copyCard.folder.${fault.type}`);
    case 'notEmpty':
    case 'noRoom':
      return t(`copyCard.folder.${fault.type}`, { folder: fault.folder });
  }
}
