/** The number of a receipt by the camera: a button, then the camera. Hands on only what looks like a dossier number. */
import { useState } from 'react';
import { findScannedNumber } from '#shared/rules/dossier-number';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../ui/button.tsx';
import { CodeScanner } from './code-scanner.tsx';
import type { ScanAnswer } from './use-code-scanner.ts';

interface ReceiptScanProps {
  /** Normalised; to be compared with the paper by whoever holds it. */
  readonly onNumber: (number: string) => void;
}

export function ReceiptScan({ onNumber }: ReceiptScanProps) {
  const { t } = useTranslation();
  const [isScanning, setScanning] = useState(false);
  const take = (text: string): ScanAnswer => {
    const number = findScannedNumber(text);
    if (number === undefined) return { reason: t('dossiers.number.notNumber') };
    setScanning(false);
    onNumber(number);
    return 'taken';
  };
  if (isScanning)
    return <CodeScanner label={t('dossiers.number.scanLabel')} onText={take} opensItself hasBars />;
  return (
    <Button
      variant="secondary"
      icon="camera"
      wide
      onClick={() => setScanning(true)}
      data-testid="receipt-scan"
    >
      {t('dossiers.number.scan')}
    </Button>
  );
}
