/** Two ways out for what the disk refuses: straight to the commune, and into a sealed file. Shows no name and no text. */
import { useState } from 'react';
import type { HandInOutcome } from '../../custody/hand-in.ts';
import type { Rescue } from '../../custody/rescue.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { canShareFiles, downloadFile, handOverFile } from '../../platform/hand-over-file.ts';
import { Button } from '../../ui/button.tsx';

interface RescueWaysProps {
  readonly rescue: Pick<Rescue, 'handIn' | 'writeFile'>;
  /** Device wall clock, milliseconds. */
  readonly now: () => number;
  /** Nothing may be sent from a book that came back older. */
  readonly maySend: boolean;
}

const FILE_TYPE = 'text/plain';

export function RescueWays({ rescue, now, maySend }: RescueWaysProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<'send' | 'file'>();
  const [said, setSaid] = useState<string>();
  const run = async (what: 'send' | 'file', work: () => Promise<string | undefined>) => {
    setBusy(what);
    setSaid(undefined);
    setSaid(await work().catch(() => t('rescue.file.failed')));
    setBusy(undefined);
  };
  const send = async () => describeHandIn(await rescue.handIn(), t);
  const give = async (how: 'save' | 'share') => {
    const text = await rescue.writeFile();
    if (text === undefined) return t('rescue.file.nothing');
    const file = new File([text], nameFile(now()), { type: FILE_TYPE });
    const end = how === 'save' ? downloadFile(file) : await handOverFile(file);
    if (end === 'cancelled') return undefined;
    return t(end === 'shared' ? 'rescue.file.shared' : 'rescue.file.saved');
  };
  return (
    <>
      {maySend && (
        <Button
          variant="secondary"
          wide
          icon="send"
          busy={busy === 'send'}
          onClick={() => void run('send', send)}
          data-testid="rescue-send"
        >
          {t('rescue.send.now')}
        </Button>
      )}
      <Button
        variant="secondary"
        wide
        busy={busy === 'file'}
        onClick={() => void run('file', () => give('save'))}
        data-testid="rescue-save"
      >
        {t('rescue.file.save')}
      </Button>
      {canShareFiles(FILE_TYPE) && (
        <Button
          variant="secondary"
          wide
          busy={busy === 'file'}
          onClick={() => void run('file', () => give('share'))}
          data-testid="rescue-share"
        >
          {t('rescue.file.share')}
        </Button>
      )}
      <p role="status" data-testid="rescue-said">
        {said ?? t('rescue.file.hint')}
      </p>
    </>
  );
}

function describeHandIn({ received, left, refusedAs, fault }: HandInOutcome, t: Translate): string {
  if (left === 0) return t('rescue.send.done');
  if (refusedAs) return t(`errors.${refusedAs}`);
  if (fault === 'unreachable' || fault === 'timeout') return t('rescue.send.noSignal');
  if (fault === 'notOurAnswer') return t('rescue.send.captivePage');
  return fault ? t('errors.busy') : t('rescue.send.some', { received, left });
}

/** Says when, to the minute, and of whom nothing. */
function nameFile(now: number): string {
  const [day, time = ''] = new Date(now + VIETNAM_AHEAD_MS).toISOString().split('T');
  return `go-cua-tep-cuu-${day}-${time.slice(0, 5).replace(':', '')}.txt`;
}

const VIETNAM_AHEAD_MS = 7 * 3_600_000;
