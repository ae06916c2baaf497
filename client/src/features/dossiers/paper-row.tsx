/** One paper of the checklist: what it is, whether it is here and sealed, and the ways to bring it or do without it. */
import { type DragEvent, type ReactNode, useState } from 'react';
import type { AttachmentId } from '#shared/ids';
import type { FormDocument } from '#shared/rules/form-definition';
import { listPages, type PaperPage } from '#shared/rules/paper-pages';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { waivePaper } from './actions.ts';
import { findPageLimit } from './attach-paper.ts';
import { isSettled } from './count-progress.ts';
import { paperAnchor } from './lacks-banner.tsx';
import { findReason, listReasons } from './list-reasons.ts';
import { PageList } from './page-list.tsx';
import { PaperPicker } from './paper-picker.tsx';
import { PaperViewer } from './paper-viewer.tsx';
import styles from './papers.module.css';
import { usePieces } from './queries.ts';
import type { Dossier } from './read-dossier.ts';
import type { PaperAim } from './use-incoming-paper.ts';
import { WaiverSheet } from './waiver-sheet.tsx';

interface PaperRowProps {
  readonly work: Work;
  readonly dossier: Dossier;
  readonly document: FormDocument;
  readonly isLocked: boolean;
  readonly onFile: (file: Blob, aim: PaperAim) => void;
}

export function PaperRow(props: PaperRowProps) {
  const { work, dossier, document, isLocked, onFile } = props;
  const { language } = useTranslation();
  const label = document.label[language];
  const pages = listPages(dossier.papers, document.id);
  const isHere = pages.length > 0;
  const reason = dossier.papersNotNeeded[document.id];
  const settled = isSettled(document, dossier);
  const takesPhoto = document.acceptPhoto && !isLocked;
  const state = settled ? 'settled' : document.required ? 'owed' : 'optional';
  return (
    <DropTarget id={paperAnchor(document.id)} onFile={takesPhoto ? (file) => onFile(file, {}) : undefined}>
      <h3 className={styles.name} data-state={state}>
        <Icon name={settled ? 'check' : state === 'owed' ? 'warning' : 'doc'} size="small" />
        <span>{label}</span>
      </h3>
      {!isHere && <PaperNote document={document} />}
      {isHere && <SealedWords work={work} pages={pages} />}
      {!isHere && reason !== undefined && <Waived {...props} reason={reason} />}
      {pages.length > 1 && <PageList {...props} pages={pages} />}
      <div className={styles.actions}>
        {isHere && <ViewButton work={work} pages={pages} label={label} />}
        {takesPhoto && (isHere || reason === undefined) && (
          <PaperPicker
            documentId={document.id}
            label={label}
            pages={pages.length}
            mayAdd={findPageLimit(dossier, document.id) === undefined}
            beforeCamera={() => work.drafts.flushNow()}
            onFile={onFile}
          />
        )}
        {!isLocked && !settled && document.required && <WaiveButton {...props} />}
      </div>
    </DropTarget>
  );
}

interface DropTargetProps {
  readonly id: string;
  readonly onFile: ((file: Blob) => void) | undefined;
  readonly children: ReactNode;
}

function DropTarget({ id, onFile, children }: DropTargetProps) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!onFile || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (!file || !onFile) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div
      id={id}
      tabIndex={-1}
      className={styles.paper}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}

function PaperNote({ document }: Pick<PaperRowProps, 'document'>) {
  const { t, language } = useTranslation();
  const words = document.note?.[language] ?? (document.required ? '' : t('dossiers.paper.optional'));
  return words !== '' && <p className={styles.note}>{words}</p>;
}

interface SealedPaperProps {
  readonly work: Work;
  readonly pages: readonly PaperPage<AttachmentId>[];
}

function SealedWords({ work, pages }: SealedPaperProps) {
  const { t } = useTranslation();
  const { pieces: count, here } = usePieces(
    work,
    pages.map(({ attachment }) => attachment),
  );
  const words =
    here > 0 ? t('dossiers.paper.sealedHere', { count, here }) : t('dossiers.paper.sealed', { count });
  const sheets = pages.length > 1 ? ` · ${t('scans.page.count', { count: pages.length })}` : '';
  return (
    <p className={styles.sealed}>
      {words}
      {sheets}
    </p>
  );
}

function ViewButton({ work, pages, label }: SealedPaperProps & { readonly label: string }) {
  const { t } = useTranslation();
  const [isViewed, setIsViewed] = useState(false);
  return (
    <>
      <Button variant="quiet" icon="eye" onClick={() => setIsViewed(true)}>
        {t('shell.action.view')}
      </Button>
      {isViewed && (
        <PaperViewer
          work={work}
          attachments={pages.map(({ attachment }) => attachment)}
          label={label}
          onClose={() => setIsViewed(false)}
        />
      )}
    </>
  );
}

function WaiveButton({ work, dossier, document }: PaperRowProps) {
  const { t, language } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsked(true)} data-testid={`paper-waive-${document.id}`}>
        {t('dossiers.paper.notNeeded')}
      </Button>
      {isAsked && (
        <WaiverSheet
          label={document.label[language]}
          reasons={listReasons(document, dossier.route)}
          onClose={() => setIsAsked(false)}
          onChoose={(reason) => {
            waivePaper(work, dossier, { documentId: document.id, reason });
            setIsAsked(false);
          }}
        />
      )}
    </>
  );
}

function Waived({ work, dossier, document, isLocked, reason }: PaperRowProps & { readonly reason: string }) {
  const { t } = useTranslation();
  const known = findReason(reason);
  return (
    <>
      <p className={styles.sealed}>
        {t('dossiers.paper.notNeededBecause', {
          reason: known ? t(`dossiers.paper.reason.${known}`) : reason,
        })}
      </p>
      {!isLocked && (
        <div className={styles.actions}>
          <Button
            variant="quiet"
            onClick={() => waivePaper(work, dossier, { documentId: document.id, reason: undefined })}
          >
            {t('dossiers.paper.neededAfterAll')}
          </Button>
        </div>
      )}
    </>
  );
}
