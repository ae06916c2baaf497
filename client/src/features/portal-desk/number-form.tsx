/** Takes the number of a receipt: one scan that a person confirms, or the same number typed twice. */
import { type KeyboardEvent, type SyntheticEvent, useRef } from 'react';
import {
  findScannedNumber,
  isDoubtfulNumber,
  normalizeNumber,
  type TypedNumber,
} from '#shared/rules/dossier-number';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { ReceiptScan } from '../../camera/receipt-scan.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DueField } from '../../ui/due-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './desk.module.css';
import type { NumberFault } from './dossier-number.ts';
import { namePack } from './name-pack.ts';
import type { Pack } from './read-pack.ts';
import { type NumberEntryState, useNumberEntry } from './use-number-entry.ts';
import { useErrorInView } from '../../ui/use-error-in-view.ts';
import { useScanner } from './use-scanner.ts';

interface NumberFormProps {
  readonly pack: Pack;
  readonly packs: readonly Pack[];
  readonly work: Work;
}

const INPUT = { autoCapitalize: 'characters', spellCheck: false, maxLength: 80 } as const;

export function NumberForm({ pack, packs, work }: NumberFormProps) {
  const translator = useTranslation();
  const { t } = translator;
  const form = useNumberEntry({ pack, packs, work });
  const { entry, fault, due, dueFault, tries, change, changeDue, submit } = form;
  const scanner = useScanner();
  const fields = useErrorInView<HTMLFormElement>(tries);
  const second = useRef<HTMLDivElement>(null);
  const record = useRef<HTMLButtonElement>(null);
  const pressInFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const press = scanner.press(event);
    if (press === 'typing') return;
    event.preventDefault();
    // A receipt's code may say an address with the number in it, as to the camera.
    if (press === 'scanned') return takeScanned(findScannedNumber(entry.first) ?? entry.first);
    change({ isScanned: false });
    second.current?.querySelector('input')?.focus();
  };
  const takeScanned = (first: string) => {
    change({ first, again: '', isScanned: true });
    record.current?.focus();
  };
  const isAboutSecond = fault?.type === 'againEmpty' || fault?.type === 'differs';
  const message = fault && describeFault(fault, translator);
  const submitOnce = (event: SyntheticEvent) => {
    if (scanner.isEcho(event.timeStamp)) event.preventDefault();
    else submit(event);
  };
  return (
    <Card>
      <form ref={fields} className={styles.form} onSubmit={submitOnce}>
        <h2>{t('desk.number.title')}</h2>
        {!entry.isScanned && <ReceiptScan onNumber={takeScanned} />}
        <TextField
          {...INPUT}
          data-testid="desk-number"
          label={t('desk.number.first')}
          hint={t('desk.number.hint')}
          value={entry.first}
          onChange={(first) => change({ first, isScanned: false })}
          onKeyDown={pressInFirst}
          error={isAboutSecond ? undefined : message}
        />
        <div ref={second}>
          <NumberAgain
            entry={entry}
            error={isAboutSecond ? message : undefined}
            onChange={(again) => change({ again })}
          />
        </div>
        {isDoubtfulNumber(entry.first) && <Banner tone="attention">{t('desk.number.unusual')}</Banner>}
        {isAnew(pack) && <LodgedOnField form={form} now={work.now()} />}
        <DueField value={due} fault={dueFault} today={dayOfInstant(work.communeNow())} onChange={changeDue} />
        <Button ref={record} type="submit" icon="check" wide data-testid="desk-record">
          {t('desk.number.record')}
        </Button>
      </form>
    </Card>
  );
}

/** It had another number before, so that the citizen may have lodged it on an earlier day. */
function isAnew({ lodging }: Pack): boolean {
  const reasons = ['numberTakenAway', 'twoNumbers'];
  return lodging?.state === 'needsPerson' && reasons.includes(lodging.reason ?? '');
}

function LodgedOnField({ form, now }: { readonly form: NumberEntryState; readonly now: number }) {
  const { t } = useTranslation();
  const invalidText = t('desk.number.lodgedOnWrong');
  return (
    <DateField
      label={t('desk.number.lodgedOn')}
      hint={t('desk.number.lodgedOnHint')}
      invalidText={invalidText}
      error={form.isLodgedOnWrong ? invalidText : undefined}
      latestYear={new Date(now).getFullYear()}
      value={form.lodgedOn}
      onChange={form.changeLodgedOn}
      data-testid="desk-lodged-on"
    />
  );
}

interface NumberAgainProps {
  readonly entry: TypedNumber;
  readonly error: string | undefined;
  readonly onChange: (again: string) => void;
}

/** The second typing; after a scan the number itself, to be compared with the paper. */
function NumberAgain({ entry, error, onChange }: NumberAgainProps) {
  const { t } = useTranslation();
  if (entry.isScanned)
    return (
      <Banner tone="good" live>
        {t('desk.number.scanned', { number: normalizeNumber(entry.first) })}
      </Banner>
    );
  return (
    <TextField
      {...INPUT}
      data-testid="desk-number-again"
      label={t('desk.number.again')}
      value={entry.again}
      onChange={onChange}
      error={error}
    />
  );
}

function describeFault(fault: NumberFault, translator: Translator): string {
  if (fault.type !== 'taken') return translator.t(`dossiers.number.fault.${fault.type}`);
  return translator.t('desk.number.fault.taken', { holder: namePack(fault.holder, translator) });
}
