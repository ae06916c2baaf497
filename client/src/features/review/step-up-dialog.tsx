/** Asks for the PIN anew before something that an open machine alone must not do. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';

interface StepUpDialogProps {
  readonly title: string;
  /** What the PIN is for, and what is written down. */
  readonly why: string;
  readonly submitLabel: string;
  /** Answers what went wrong. */
  readonly ask: (pin: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

const SHORTEST_PIN = 6;
const LONGEST_PIN = 12;

export function StepUpDialog({ title, why, submitLabel, ask, onClose }: StepUpDialogProps) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setDigits('');
    setProblem(await ask(digits));
    setBusy(false);
  };
  return (
    <Dialog title={title} closeLabel={t('shell.action.close')} onClose={onClose}>
      <p>{why}</p>
      <PinPad
        words={{ label: t('lock.pin'), deleteLabel: t('lock.delete'), submitLabel }}
        value={digits}
        onChange={setDigits}
        onSubmit={() => void submit()}
        minLength={SHORTEST_PIN}
        maxLength={LONGEST_PIN}
        hint={isBusy ? t('lock.opening') : t('lock.pinHint', { count: SHORTEST_PIN })}
        error={problem}
        disabled={isBusy}
      />
    </Dialog>
  );
}
