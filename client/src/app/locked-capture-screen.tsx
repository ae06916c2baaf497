/** Writing somebody down in front of the PIN: wires the sealing to the screen, and clears it when nobody is there. */
import { useEffect, useState } from 'react';
import { CodeReaderContext } from '../camera/code-reader-context.ts';
import { LockedCapture } from '../custody/locked-capture.ts';
import { LockedDraft } from '../custody/locked-draft.ts';
import { LockedCaptureView } from '../features/citizens/locked-capture-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { systemClock } from '../platform/clock.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useAutoLock } from './use-auto-lock.ts';

interface LockedCaptureScreenProps {
  readonly entry: VaultEntry;
  readonly startReader: () => Worker;
  /** Loads the page anew: nothing that was typed stays in its memory. */
  readonly onLeave: () => void;
}

export function LockedCaptureScreen({ entry, startReader, onLeave }: LockedCaptureScreenProps) {
  const { t } = useTranslation();
  const { capture, draft } = useCapture(entry);
  const [isStuck, setStuck] = useState(false);
  const lock = async () => {
    const kept = await draft.flush();
    if (kept.ok) onLeave();
    else setStuck(true);
  };
  const isCovered = useAutoLock({ isInRound: false, isLocking: false, lock: () => void lock() });
  return (
    <CodeReaderContext value={startReader}>
      {isStuck && (
        <Page>
          <Banner
            tone="bad"
            live
            actions={
              <>
                <Button onClick={() => void lock()}>{t('shell.action.retry')}</Button>
                <Button variant="danger" onClick={onLeave}>
                  {t('locked.discard')}
                </Button>
              </>
            }
          >
            {t('locked.coveredUnkept')}
          </Banner>
        </Page>
      )}
      <main tabIndex={-1} hidden={isCovered || isStuck}>
        <LockedCaptureView
          draft={draft}
          callName={entry.initials}
          now={systemClock.wall}
          hashText={capture.hashText}
          onLeave={onLeave}
        />
      </main>
      <UndoBar closeLabel={t('shell.action.close')} />
    </CodeReaderContext>
  );
}

interface Capturing {
  readonly capture: LockedCapture;
  readonly draft: LockedDraft;
}

function useCapture(entry: VaultEntry): Capturing {
  const [parts] = useState((): Capturing => {
    const capture = new LockedCapture(entry, async () => void (await draft.flush()));
    const draft: LockedDraft = new LockedDraft({ capture, clock: systemClock });
    return { capture, draft };
  });
  useEffect(
    () => () => {
      parts.draft.stop();
      parts.capture.close();
    },
    [parts],
  );
  return parts;
}
