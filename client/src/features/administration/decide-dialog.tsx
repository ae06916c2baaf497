/** Asks before something is done to a phone that is not undone by a tap, does it at the commune, and says what came of it. */
import { type ReactNode, useState } from 'react';
import type { Result } from '#shared/result';
import type { SendFault } from '../../custody/read-refusal.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notices.ts';
import { describeFault } from './describe-device.ts';

interface DecideDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  readonly variant: ButtonVariant;
  readonly decide: () => Promise<Result<unknown, SendFault>>;
  /** Said once it is done. */
  readonly done: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

export function DecideDialog(props: DecideDialogProps) {
  const { title, action, variant, decide, done, onClose, onDone, children } = props;
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const press = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    const decided = await decide();
    setIsBusy(false);
    if (!decided.ok) {
      setProblem(describeFault(decided.error, translator));
      return;
    }
    showNotice({ text: done });
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={title}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('shell.action.cancel')}
          </Button>
          <Button variant={variant} busy={isBusy} onClick={() => void press()} data-testid="decide">
            {action}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <Banner tone="attention" live>
          {problem}
        </Banner>
      )}
    </Dialog>
  );
}
