/** One question before somebody does a step for a citizen: could they tap themselves? Forbids nothing. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';

interface SoftQuestionProps {
  readonly onLetThem: () => void;
  readonly onStill: () => void;
  readonly onClose: () => void;
}

export function SoftQuestion({ onLetThem, onStill, onClose }: SoftQuestionProps) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('account.softQuestion')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onStill} data-testid="actor-still">
            {t('account.stillForThem')}
          </Button>
          <Button onClick={onLetThem} data-testid="actor-let-them">
            {t('account.letThem')}
          </Button>
        </>
      }
    >
      <p>{t('account.softText')}</p>
    </Sheet>
  );
}
