/** Takes the number from the citizen's receipt: one scan, or typed twice. Does not say that anything is lodged: the commune says so. */
import { useState } from 'react';
import {
  type CheckedNumber,
  checkTypedNumber,
  isDoubtfulNumber,
  type TypedNumber,
  type TypedNumberFault,
} from '#shared/rules/dossier-number';
import { isFullDate } from '#shared/rules/partial-date';
import { ReceiptScan } from '../../camera/receipt-scan.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DueField } from '../../ui/due-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface LodgedDialogProps {
  /** Whose the number is already, in words; undefined where no other dossier is known to have it. */
  readonly findHolder: (dossierNo: string) => string | undefined;
  /** yyyy-mm-dd. */
  readonly today: string;
  /** `due`: yyyy-mm-dd, where the receipt names one. */
  readonly onRecord: (number: CheckedNumber, due: string | undefined) => void;
  readonly onClose: () => void;
}

const INPUT = { autoCapitalize: 'characters', spellCheck: false, maxLength: 80 } as const;
const BLANK: TypedNumber = { first: '', again: '', isScanned: false };

export function LodgedDialog({ findHolder, today, onRecord, onClose }: LodgedDialogProps) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(BLANK);
  const [fault, setFault] = useState<TypedNumberFault['type']>();
  const [holder, setHolder] = useState<string>();
  const [due, setDue] = useState('');
  const [isTried, setTried] = useState(false);
  const isDueWrong = due !== '' && !isFullDate(due);
  const change = (part: Partial<TypedNumber>) => {
    setEntry((before) => ({ ...before, ...part }));
    setFault(undefined);
    setHolder(undefined);
  };
  const record = () => {
    const checked = checkTypedNumber(entry);
    const other = checked.ok ? findHolder(checked.value.dossierNo) : undefined;
    setHolder(other);
    setFault(checked.ok ? undefined : checked.error.type);
    setTried(true);
    if (checked.ok && other === undefined && !isDueWrong) onRecord(checked.value, due || undefined);
  };
  const taken = holder === undefined ? undefined : t('desk.number.fault.taken', { holder });
  const Entry = entry.isScanned ? ScannedNumber : NumberByHand;
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
      <Entry entry={entry} fault={fault} taken={taken} onChange={change} />
      {isDoubtfulNumber(entry.first) && <Banner tone="attention">{t('dossiers.number.unusual')}</Banner>}
      <DueField
        value={due}
        fault={isTried && isDueWrong ? 'invalid' : undefined}
        today={today}
        onChange={setDue}
      />
    </Dialog>
  );
}

interface EntryProps {
  readonly entry: TypedNumber;
  readonly fault: TypedNumberFault['type'] | undefined;
  /** That another dossier has it, in words. */
  readonly taken: string | undefined;
  readonly onChange: (part: Partial<TypedNumber>) => void;
}

/** Compared with the paper by whoever holds it; a scan of the wrong paper is one press away from another. */
function ScannedNumber({ entry, fault, taken, onChange }: EntryProps) {
  const { t } = useTranslation();
  const message = fault ? t(`dossiers.number.fault.${fault}`) : taken;
  return (
    <>
      <Banner
        tone="good"
        live
        actions={
          <Button variant="secondary" onClick={() => onChange(BLANK)} data-testid="lodged-scan-again">
            {t('dossiers.number.scanAgain')}
          </Button>
        }
      >
        {t('dossiers.number.scanned', { number: entry.first })}
      </Banner>
      {message !== undefined && (
        <Banner tone="attention" live>
          {message}
        </Banner>
      )}
    </>
  );
}

function NumberByHand({ entry, fault, taken, onChange }: EntryProps) {
  const { t } = useTranslation();
  const isAboutSecond = fault === 'againEmpty' || fault === 'differs';
  const message = fault ? t(`dossiers.number.fault.${fault}`) : taken;
  return (
    <>
      <p>{t('dossiers.number.text')}</p>
      <ReceiptScan onNumber={(first) => onChange({ first, again: '', isScanned: true })} />
      <TextField
        {...INPUT}
        data-testid="lodged-number"
        label={t('dossiers.number.first')}
        value={entry.first}
        onChange={(first) => onChange({ first })}
        error={isAboutSecond ? undefined : message}
      />
      <TextField
        {...INPUT}
        data-testid="lodged-number-again"
        label={t('dossiers.number.again')}
        value={entry.again}
        onChange={(again) => onChange({ again })}
        error={isAboutSecond ? message : undefined}
      />
    </>
  );
}
