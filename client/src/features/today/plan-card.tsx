/** A session that is to be held today, opened in one tap. */
import type { SessionPlan } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

interface PlanCardProps {
  readonly work: Work;
  readonly plan: SessionPlan;
  readonly onOpen: () => void;
}

export function PlanCard({ work, plan, onOpen }: PlanCardProps) {
  const translator = useTranslation();
  const { t } = translator;
  const size = describeSize(work, plan, translator);
  return (
    <Card>
      <h3>{describePlan(plan, translator)}</h3>
      {size !== '' && <p>{size}</p>}
      <Button wide onClick={onOpen} data-testid="plan-open">
        {t('today.openSession')}
      </Button>
    </Card>
  );
}

export function describePlan({ time, place }: SessionPlan, { t }: Translator): string {
  return t('today.plan', { time, place });
}

/** "3 tổ viên · khoảng 40 người", as far as anybody knows. */
function describeSize({ teamMembers }: Work, { people }: SessionPlan, { t }: Translator): string {
  return [
    teamMembers.length > 1 && t('today.planTeam', { count: teamMembers.length }),
    people !== undefined && t('today.planPeople', { count: people }),
  ]
    .filter(Boolean)
    .join(' · ');
}
