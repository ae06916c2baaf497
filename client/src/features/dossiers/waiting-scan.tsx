/** One scan that waits: its picture, for which paper it is, and the ways to take it, look closer or leave it. */
import { useEffect, useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import { listPages } from '#shared/rules/paper-pages';
import { useTranslation } from '../../i18n/use-translation.ts';
import { prepareImage, type PreparedFile } from '../../platform/prepare-image.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { showNotice } from '../../ui/notices.ts';
import { findPageLimit, NEW_PAGE } from './attach-paper.ts';
import { isSettled } from './count-progress.ts';
import styles from './papers.module.css';
import type { Dossier } from './read-dossier.ts';
import { scanTray, type WaitingScan } from './scan-tray.ts';
import { type IncomingPaper, nameRefusal, type PaperRefusal } from './use-incoming-paper.ts';

interface WaitingScanCardProps {
  readonly scan: WaitingScan;
  readonly dossier: Dossier;
  readonly incoming: IncomingPaper;
  readonly documents: readonly FormDocument[];
  /** So many wait behind it. */
  readonly others: number;
}

export function WaitingScanCard({ scan, dossier, incoming, documents, others }: WaitingScanCardProps) {
  const { t, language } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const read = useReadScan(scan);
  // The first paper that is still owed is the likeliest.
  const likely = documents.find((one) => !isSettled(one, dossier)) ?? documents[0];
  const document = documents.find(({ id }) => id === chosen) ?? likely;
  const { folder } = scan;
  const place = folder === undefined ? '' : ` ${t('scans.folder.stays', { folder })}`;
  const leave = () => scanTray.remove(scan);
  return (
    <section className={styles.waiting} aria-label={t('scans.waiting.title')} data-testid="waiting-scan">
      <h3>{t('scans.waiting.title')}</h3>
      <p className={styles.note}>
        {scan.name}
        {others > 0 && ` · ${t('scans.waiting.others', { count: others })}`}
      </p>
      <ScanLook read={read} />
      {documents.length > 1 && (
        <ChoiceList
          legend={t('dossiers.paper.whichOne')}
          choices={documents.map((one) => ({ value: one.id, label: one.label[language] }))}
          value={document?.id}
          onChange={setChosen}
        />
      )}
      {folder !== undefined && <p className={styles.note}>{place}</p>}
      <div className={styles.actions}>
        {document && (
          <TakeButtons
            {...{ read, dossier, incoming, document }}
            onTaken={() => {
              leave();
              showNotice({ text: t('scans.waiting.taken') + place });
            }}
            onLook={leave}
          />
        )}
        <Button variant="quiet" onClick={leave} data-testid="waiting-leave">
          {t('scans.waiting.leave')}
        </Button>
      </div>
    </section>
  );
}

interface TakeButtonsProps {
  readonly read: ReadScan;
  readonly dossier: Dossier;
  readonly incoming: IncomingPaper;
  readonly document: FormDocument;
  readonly onTaken: () => void;
  readonly onLook: () => void;
}

/** What may not be legible, or has no room, is looked at first. */
function TakeButtons({ read, dossier, incoming, document, onTaken, onLook }: TakeButtonsProps) {
  const { t, language } = useTranslation();
  if (!read.file) return null;
  const { file, prepared } = read;
  const isPlain = prepared?.doubt === undefined && findPageLimit(dossier, document.id) === undefined;
  const page = listPages(dossier.papers, document.id).length > 0 ? NEW_PAGE : undefined;
  const take = async () => {
    if (prepared && (await incoming.seal(prepared, { document, page }))) onTaken();
  };
  const look = () => {
    onLook();
    void incoming.offer(file, { documentId: document.id });
  };
  return (
    <>
      {prepared && isPlain && (
        <Button icon="lock" busy={incoming.isSealing} onClick={() => void take()} data-testid="waiting-take">
          {t('scans.waiting.take', { label: document.label[language] })}
        </Button>
      )}
      {prepared && (
        <Button variant="secondary" icon="eye" onClick={look} data-testid="waiting-look">
          {t('scans.waiting.look')}
        </Button>
      )}
    </>
  );
}

interface ReadScan {
  readonly file?: File;
  readonly prepared?: PreparedFile;
  readonly url?: string;
  readonly refusal?: PaperRefusal;
}

function ScanLook({ read: { prepared, url, refusal } }: { readonly read: ReadScan }) {
  const { t } = useTranslation();
  if (refusal)
    return (
      <Banner tone="attention" live>
        {t(`dossiers.paper.refused.${refusal}`)}
      </Banner>
    );
  if (!prepared) return <p role="status">{t('dossiers.paper.preparing')}</p>;
  return (
    <>
      {prepared.doubt && (
        <Banner tone="attention" live title={t(`dossiers.paper.doubt.${prepared.doubt}`)}>
          {t(`dossiers.paper.doubt.${prepared.doubt}Help`)}
        </Banner>
      )}
      {prepared.type === 'application/pdf' ? (
        <p>{t('scans.waiting.pdf')}</p>
      ) : (
        <div className={styles.preview}>
          <img src={url} alt={t('scans.waiting.title')} />
        </div>
      )}
    </>
  );
}

function useReadScan(scan: WaitingScan): ReadScan {
  const [read, setRead] = useState<ReadScan>({});
  useEffect(() => {
    let url: string | undefined;
    let isLeft = false;
    const prepare = async () => {
      const file = await scan.read();
      const prepared = file && (await prepareImage(file));
      if (isLeft) return;
      if (!prepared) return setRead({ refusal: 'unreadable' });
      if (!prepared.ok) return setRead({ refusal: nameRefusal(prepared.error) });
      url = URL.createObjectURL(prepared.value.blob);
      setRead({ file, prepared: prepared.value, url });
    };
    void prepare();
    return () => {
      isLeft = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [scan]);
  return read;
}
