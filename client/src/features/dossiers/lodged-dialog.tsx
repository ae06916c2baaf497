/** Takes the number from the citizen's receipt, twice. Does not say that anything is lodged: the commune says so. */
import { useState } from 'react';
import {
  type CheckedNumber,
  checkTypedNumber,
  isUsualNumber,
  type TypedNumberFault,
} from '#shared/rules/dossier-number';
import { isFullDate } from '#shared/rules/partial-date';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DueField } from '../../ui/due-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface LodgedDialogProps {
  /** Whose the number is already, in words; undefined where no other dossier is known to have it. */
  readonly findHolder: (dossierNo: string) => string | undefined;
  /** ms since 1970. */
  readonly now: number;
  /** `due`: yyyy-mm-dd, where the receipt names one. */
  readonly onRecord: (number: CheckedNumber, due: string | undefined) => void;
  readonly onClose: () => void;
}

const INPUT = { autoCapitalize: 'characters', spellCheck: false, maxLength: 80 } as const;

export function LodgedDialog({ findHolder, now, onRecord, onClose }: LodgedDialogProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<TypedNumberFault['type']>();
  const [holder, setHolder] = useState<string>();
  const [due, setDue] = useState('');
  const [isTried, setTried] = useState(false);
  const isDueWrong = due !== '' && !isFullDate(due);
  const record = () => {
    const checked = checkTypedNumber({ first, again, isScanned: false });
    const other = checked.ok ? findHolder(checked.value.dossierNo) : undefined;
    setHolder(other);
    setFault(checked.ok ? undefined : checked.error.type);
    setTried(true);
    if (checked.ok && other === undefined && !isDueWrong) onRecord(checked.value, due || undefined);
  };
  const isAboutSecond = fault === 'againEmpty' || fault === 'differs';
  const taken = holder === undefined ? undefined : t('desk.number.fault.taken', { holder });
  const message = fault ? t(`dossiers.number.fault.${fault}`) : taken;
  return (
    <Dialog
      title={t('dossiers.number.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('shell.action.cancel')}
          </Button>
          <Button icon="check" onClick={record} data-testid="lodged-record">
            {t('dossiers.number.record')}
          </Button>
        </>
      }
    >
      <p>{t('dossiers.number.text')}</p>
      <TextField
        {...INPUT}
        data-testid="lodged-number"
        label={t('dossiers.number.first')}
        value={first}
        onChange={setFirst}
        error={isAboutSecond ? undefined : message}
      />
      <TextField
        {...INPUT}
        data-testid="lodged-number-again"
        label={t('dossiers.number.again')}
        value={again}
        onChange={setAgain}
        error={isAboutSecond ? message : undefined}
      />
      {first.trim().length >= 8 && !isUsualNumber(first) && (
        <Banner tone="attention">{t('dossiers.number.unusual')}</Banner>
      )}
      <DueField value={due} isWrong={isTried && isDueWrong} now={now} onChange={setDue} />
    </Dialog>
  );
}
