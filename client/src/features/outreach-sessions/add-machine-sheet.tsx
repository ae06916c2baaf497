/** The square code by which one more phone of the team joins this session without signal. Each showing has its own letter. */
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notices.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { useClipboard } from '../../ui/use-clipboard.ts';
import { describeForJoining } from './join-session.ts';
import type { SessionFacts } from './read-session.ts';

interface AddMachineSheetProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly letter: string;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

export function AddMachineSheet({ work, session, letter, onNext, onClose }: AddMachineSheetProps) {
  const { t } = useTranslation();
  const copy = useClipboard();
  const address = `${location.origin}/vao-buoi#${describeForJoining(work, session, letter)}`;
  const copyAddress = async () => {
    showNotice({ text: t((await copy(address)) ? 'teamwork.copied' : 'teamwork.copyFailed') });
  };
  return (
    <Sheet
      title={t('teamwork.addTitle', { letter })}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" icon="copy" onClick={() => void copyAddress()}>
            {t('teamwork.copy')}
          </Button>
          <Button onClick={onNext} data-testid="machine-next">
            {t('teamwork.addNext')}
          </Button>
        </>
      }
    >
      <p>{t('teamwork.addHow')}</p>
      <div data-testid="join-code">
        <QrCode text={address} ecc="L" label={t('teamwork.addQr', { letter })} />
      </div>
      <p>{t('teamwork.addOne')}</p>
    </Sheet>
  );
}
