/** The way into practice from the first screen: one sentence, one button, no account. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

interface PracticeDoorProps {
  readonly hint: string;
  readonly onPractice: () => void;
}

export function PracticeDoor({ hint, onPractice }: PracticeDoorProps) {
  const { t } = useTranslation();
  return (
    <Card tone="tint">
      <p>{hint}</p>
      <Button variant="secondary" wide onClick={onPractice} data-testid="practice-start">
        {t('enrolment.welcome.practice')}
      </Button>
    </Card>
  );
}
