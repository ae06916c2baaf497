/** Under the PIN: somebody new can be written down, how many such entries wait, and practice. Fetched when the prompt is drawn. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type LockedStanding, readLockedStanding } from '../custody/locked-standing.ts';
import { loadAllWords } from '../i18n/language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { PRACTICE_BASE } from '../storage/realm.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { JOIN_SESSION_PATH, LOCK_PATH } from './paths.ts';

const LockedCaptureScreen = lazy(() =>
  import('./locked-capture-screen.tsx').then((module) => ({ default: module.LockedCaptureScreen })),
);

interface LockedDoorProps {
  readonly entry: VaultEntry;
  readonly startReader: () => Worker;
  /** The code of a session that waits for the PIN; empty without one. */
  readonly sessionCode: string;
  /** In place of the whole lock page. */
  readonly show: (screen: ReactNode) => void;
  /** For somebody else on a shared phone; undefined where it is offered elsewhere. */
  readonly onNewBook: (() => void) | undefined;
}

export function LockedDoor({ entry, startReader, sessionCode, show, onNewBook }: LockedDoorProps) {
  const { t } = useTranslation();
  const standing = useStanding(entry);
  const leave = () => {
    // A code that was brought along is in memory only: it comes back by the address.
    location.replace(sessionCode === '' ? LOCK_PATH : JOIN_SESSION_PATH + sessionCode);
    if (sessionCode !== '') location.reload();
  };
  if (!standing) return null;
  const { canWrite, waiting, hasHalfWritten } = standing;
  return (
    <>
      {canWrite && (
        <Button
          variant="secondary"
          wide
          icon="plus"
          onClick={() =>
            show(
              <Suspense fallback={<Page>{t('shell.opening')}</Page>}>
                <LockedCaptureScreen entry={entry} startReader={startReader} onLeave={leave} />
              </Suspense>,
            )
          }
          data-testid="locked-write"
        >
          {t('locked.write')}
        </Button>
      )}
      {canWrite && <p>{t('locked.writeHint')}</p>}
      {waiting > 0 && (
        <Banner>
          <span data-testid="locked-waiting">{t('locked.waiting', { count: waiting })}</span>
          {!canWrite && <p>{t('locked.waitingErased')}</p>}
        </Banner>
      )}
      {hasHalfWritten && !canWrite && <Banner tone="attention">{t('locked.halfErased')}</Banner>}
      {onNewBook && (
        <Button variant="quiet" wide onClick={onNewBook} data-testid="new-book">
          {t('locked.newBook')}
        </Button>
      )}
      <Button
        variant="quiet"
        wide
        onClick={() => location.assign(PRACTICE_BASE)}
        data-testid="practice-start"
      >
        {t('enrolment.welcome.practice')}
      </Button>
    </>
  );
}

/** With the words of this screen, which lie behind those of the start. */
function useStanding(entry: VaultEntry): LockedStanding | undefined {
  const [standing, setStanding] = useState<LockedStanding>();
  useEffect(() => {
    let isHere = true;
    void Promise.all([readLockedStanding(entry), loadAllWords()]).then(([read]) => {
      if (isHere) setStanding(read);
    });
    return () => void (isHere = false);
  }, [entry]);
  return standing;
}
