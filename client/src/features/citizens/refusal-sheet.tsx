/** Asks whether somebody who stays without a name was counted at the door, so that nobody is counted twice. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';

interface RefusalSheetProps {
  readonly onAnswer: (wasCounted: boolean) => void;
  readonly onClose: () => void;
}

export function RefusalSheet({ onAnswer, onClose }: RefusalSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('consent.wasCountedTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={() => onAnswer(true)} data-testid="counted-before">
            {t('consent.wasCountedYes')}
          </Button>
          <Button onClick={() => onAnswer(false)} data-testid="counted-now">
            {t('consent.wasCountedNo')}
          </Button>
        </>
      }
    >
      <p>{t('consent.wasCountedText')}</p>
    </Sheet>
  );
}
