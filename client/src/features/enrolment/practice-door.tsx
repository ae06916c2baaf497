/** For who has no code yet: whom to ask, and the way into practice, which needs nobody. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

export function PracticeDoor({ onPractice }: { readonly onPractice: () => void }) {
  const { t } = useTranslation();
  return (
    <Card tone="tint">
      <p>{t('enrolment.welcome.noCode')}</p>
      <Button variant="secondary" wide onClick={onPractice} data-testid="practice-start">
        {t('enrolment.welcome.practice')}
      </Button>
      <p>{t('enrolment.welcome.practiceHint')}</p>
    </Card>
  );
}
