/** The one button of a slip: to the printer, or as a picture out of the phone. Each says to the lock that somebody comes back. */
import { useState } from 'react';
import { canShareFiles, handOverPicture, PICTURE_TYPE } from '../../platform/hand-over-file.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { drawSlipImage } from './draw-slip-image.ts';
import type { Slip } from './slip.ts';
import type { SlipFormat } from './slip-options.tsx';

interface SlipActionsProps {
  readonly slip: Slip;
  readonly format: SlipFormat;
}

export function SlipActions({ slip, format }: SlipActionsProps) {
  const { t } = useTranslation();
  if (format === 'image') return <ImageButton slip={slip} />;
  return (
    <Button icon="print" onClick={() => window.print()} data-testid="slip-print">
      {t('slips.screen.print')}
    </Button>
  );
}

function ImageButton({ slip }: { readonly slip: Slip }) {
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setBusy] = useState(false);
  const hasSheet = canShareFiles(PICTURE_TYPE);
  const handOver = async () => {
    setBusy(true);
    const outcome = await handOverPicture(await drawSlipImage(slip, translator), t('slips.screen.fileName'));
    setBusy(false);
    if (outcome === 'failed') showNotice({ text: t('slips.screen.failed') });
    if (outcome === 'downloaded') showNotice({ text: t('slips.screen.saved') });
  };
  return (
    <Button
      icon={hasSheet ? 'share' : 'photo'}
      busy={isBusy}
      onClick={() => void handOver()}
      data-testid="slip-image"
    >
      {t(hasSheet ? 'slips.screen.share' : 'slips.screen.download')}
    </Button>
  );
}
