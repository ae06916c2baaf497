/** The checklist of papers that these answers call for, and the one place where a new picture is looked at and accepted. */
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { listNeededDocuments } from '#shared/rules/fill-form';
import type { FormDocument } from '#shared/rules/form-definition';
import { listPages } from '#shared/rules/paper-pages';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { watchSharedFiles } from '../../platform/shared-files.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { countPapers } from './count-progress.ts';
import { goToPaper } from './lacks-banner.tsx';
import { NumberedPart } from './numbered-part.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { PaperRow } from './paper-row.tsx';
import { scanTray } from './scan-tray.ts';
import { ScannerPart, WaitingScans } from './scanner-part.tsx';
import styles from './papers.module.css';
import { isClosed, type OpenDossier } from './queries.ts';
import { type Dossier, isLodged } from './read-dossier.ts';
import { type IncomingPaper, useIncomingPaper } from './use-incoming-paper.ts';

interface PapersPartProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function PapersPart({ work, open }: PapersPartProps) {
  const { t } = useTranslation();
  const { dossier, procedure } = open;
  const incoming = useIncomingPaper(work, dossier);
  const documents = listNeededDocuments(procedure.form, dossier);
  const progress = countPapers(procedure.form, dossier);
  const isLocked = isLodged(dossier);
  const isComplete = progress.done === progress.total;
  useAskedPaper();
  usePastedFile(isLocked ? undefined : (file) => void incoming.offer(file, {}));
  const takesScans = !isLocked && documents.length > 0;
  useSharedFiles(takesScans ? incoming : undefined);
  return (
    <NumberedPart
      number={2}
      title={t('dossiers.papers')}
      trailing={
        <Badge tone={isComplete ? 'good' : 'attention'}>
          {progress.total === 0 ? t('dossiers.part.noPapers') : t('dossiers.part.count', { ...progress })}
        </Badge>
      }
    >
      {incoming.isPreparing && <p role="status">{t('dossiers.paper.preparing')}</p>}
      {incoming.refusal && (
        <Banner tone="attention" live title={t('dossiers.paper.refusedTitle')}>
          {t(`dossiers.paper.refused.${incoming.refusal}`)} {t('dossiers.paper.refusedKept')}
        </Banner>
      )}
      {takesScans && <WaitingScans {...{ dossier, incoming, documents }} />}
      {documents.length > 0 && (
        <div className={styles.papers}>
          {documents.map((document) => (
            <PaperRow
              key={document.id}
              work={work}
              dossier={dossier}
              document={document}
              isLocked={isClosed(open, { document: document.id })}
              onFile={(file, aim) => void incoming.offer(file, { ...aim, documentId: document.id })}
            />
          ))}
          {!isLocked && <p className={styles.desk}>{t('dossiers.paper.dropHint')}</p>}
        </div>
      )}
      {takesScans && <ScannerPart />}
      <IncomingDialogs {...{ work, dossier, incoming, documents }} />
    </NumberedPart>
  );
}

interface IncomingDialogsProps {
  readonly work: Work;
  readonly dossier: Dossier;
  readonly incoming: IncomingPaper;
  readonly documents: readonly FormDocument[];
}

interface OpenCamera {
  readonly document: FormDocument;
  readonly page: 'next' | 'again';
}

/** The picture that was brought, and the camera: once more where nothing could be read, or for the page that follows. */
function IncomingDialogs({ work, dossier, incoming, documents }: IncomingDialogsProps) {
  const { t, language } = useTranslation();
  const [camera, setCamera] = useState<OpenCamera>();
  const open = (document: FormDocument, page: OpenCamera['page']) => {
    incoming.drop();
    // The camera takes the memory of a small phone: what was typed goes to the disk first.
    void work.drafts.flushNow().then(() => setCamera({ document, page }));
  };
  if (camera) {
    const { document, page } = camera;
    const label = document.label[language];
    const count = listPages(dossier.papers, document.id).length;
    return (
      <CameraDialog
        label={page === 'next' && count > 0 ? t('scans.page.ofPaper', { label, page: count + 1 }) : label}
        onClose={() => setCamera(undefined)}
        onPicture={(picture) => {
          setCamera(undefined);
          void incoming.offer(picture, { documentId: document.id, page, isTaken: true });
        }}
      />
    );
  }
  const { shown } = incoming;
  return shown && <PaperPreview {...{ incoming, shown, dossier, documents }} onCamera={open} />;
}

/** `?giay=<document>`: the paper that a request led to. */
function useAskedPaper(): void {
  const [search] = useSearchParams();
  const asked = search.get('giay');
  useEffect(() => {
    if (asked !== null) goToPaper(asked);
  }, [asked]);
}

/** A picture pasted anywhere on the screen; pasted words are left to where they were pasted. */
function usePastedFile(onFile: ((file: Blob) => void) | undefined): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file || !onFile) return;
      event.preventDefault();
      onFile(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
}

/** What another app shares: the first is looked at, and all others wait; so does the first while something else is looked at. */
function useSharedFiles(incoming: IncomingPaper | undefined): void {
  useEffect(() => {
    if (!incoming) return undefined;
    const isFree = !incoming.shown && !incoming.isPreparing && !incoming.isSealing;
    return watchSharedFiles(([first, ...others]) => {
      if (first && isFree) void incoming.offer(first, {});
      else if (first) scanTray.put(first);
      others.forEach((file) => scanTray.put(file));
    });
  });
}
