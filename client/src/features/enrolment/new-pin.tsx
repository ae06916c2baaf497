/** Choosing a PIN, twice. Holds the digits only while they are being chosen. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { isPinSimple } from './is-pin-simple.ts';

const PIN_LENGTH = { min: 6, max: 12 } as const;

interface NewPinProps {
  readonly busy: boolean;
  readonly onPin: (pin: string) => void;
}

export function NewPin({ busy, onPin }: NewPinProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState<string>();
  const [digits, setDigits] = useState('');
  const [problem, setProblem] = useState<string>();
  const startAgain = (reason?: string) => {
    setFirst(undefined);
    setDigits('');
    setProblem(reason);
  };
  const submit = () => {
    if (first === undefined) {
      if (isPinSimple(digits)) return startAgain(t('enrolment.pin.tooSimple'));
      setFirst(digits);
      setDigits('');
      setProblem(undefined);
    } else if (first === digits) onPin(digits);
    else startAgain(t('enrolment.pin.mismatch'));
  };
  const title = first === undefined ? t('enrolment.pin.title') : t('enrolment.pin.again');
  return (
    <Page width="keypad">
      <PageHeading overline={t('shell.app.name')} title={title} />
      <p>{t('enrolment.pin.honest')}</p>
      <PinPad
        words={{ label: title, deleteLabel: t('lock.delete'), submitLabel: t('shell.action.next') }}
        value={digits}
        onChange={setDigits}
        onSubmit={submit}
        minLength={PIN_LENGTH.min}
        maxLength={PIN_LENGTH.max}
        hint={busy ? t('enrolment.pin.making') : t('enrolment.pin.hint', { count: PIN_LENGTH.min })}
        error={problem}
        disabled={busy}
      />
    </Page>
  );
}
