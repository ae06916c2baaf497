/** New files of the scanner's folder, and what else waits, each with its picture and one press to put it under a paper. Takes nothing by itself. */
import { useEffect } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPageShown } from '../../platform/page-life.ts';
import { canWatchFolder } from '../../platform/scanner-folder.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import styles from './papers.module.css';
import type { Dossier } from './read-dossier.ts';
import { scanTray } from './scan-tray.ts';
import type { IncomingPaper } from './use-incoming-paper.ts';
import { WaitingScanCard } from './waiting-scan.tsx';

interface WaitingScansProps {
  readonly dossier: Dossier;
  readonly incoming: IncomingPaper;
  readonly documents: readonly FormDocument[];
}

/** A scanner needs longer for a sheet; two looks that agree make a file whole. */
const LOOK_EVERY_MS = 1_500;

/** Stands before the papers, where it is seen without looking for it. */
export function WaitingScans({ dossier, incoming, documents }: WaitingScansProps) {
  const { t } = useTranslation();
  const { folder, waiting } = useSnapshot(scanTray, scanTray.getSnapshot);
  const [first, ...others] = waiting;
  useLooking(folder !== undefined);
  return (
    <>
      <p className="visually-hidden" role="status">
        {first && `${t('scans.waiting.title')}: ${first.name}`}
      </p>
      {first && (
        <WaitingScanCard
          key={first.number}
          scan={first}
          {...{ dossier, incoming, documents }}
          others={others.length}
        />
      )}
    </>
  );
}

/** On a computer: which folder is watched, and how to choose one. */
export function ScannerPart() {
  const { t } = useTranslation();
  const { folder, isLost } = useSnapshot(scanTray, scanTray.getSnapshot);
  if (!canWatchFolder()) return null;
  return (
    <div className={styles.scanner} data-testid="scanner-part">
      {isLost && (
        <Banner tone="attention" live>
          {t('scans.folder.lost')}
        </Banner>
      )}
      <WatchWords folder={folder} />
    </div>
  );
}

function WatchWords({ folder }: { readonly folder: string | undefined }) {
  const { t } = useTranslation();
  if (folder === undefined)
    return (
      <>
        <p className={styles.note}>{t('scans.folder.text')}</p>
        <Button
          variant="secondary"
          icon="doc"
          onClick={() => void scanTray.watchFolder()}
          data-testid="scanner-pick"
        >
          {t('scans.folder.pick')}
        </Button>
      </>
    );
  return (
    <>
      <p className={styles.note} role="status">
        {t('scans.folder.watching', { folder })}
      </p>
      <Button variant="quiet" onClick={() => scanTray.stopWatching()}>
        {t('scans.folder.stop')}
      </Button>
    </>
  );
}

function useLooking(isWatching: boolean): void {
  useEffect(() => {
    if (!isWatching) return undefined;
    const timer = setInterval(() => {
      if (isPageShown()) void scanTray.look();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWatching]);
}
