/** "Ai làm bước này?": who has their hands on the phone. Only those who may act in this step are offered. */
import type { ActedBy } from '#shared/model/field-kinds';
import { describeSoftQuestion } from '../../i18n/describe-soft-question.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SoftChoice } from '../../ui/soft-choice.tsx';

interface ActorChoiceProps {
  readonly whoMayAct: readonly ActedBy[];
  readonly actor: ActedBy | undefined;
  readonly onChange: (actor: ActedBy) => void;
}

export function ActorChoice({ whoMayAct, actor, onChange }: ActorChoiceProps) {
  const { t } = useTranslation();
  if (whoMayAct.length < 2) return null;
  return (
    <SoftChoice
      soft="onBehalf"
      instead="guided"
      value={actor}
      onChange={onChange}
      words={describeSoftQuestion(t)}
    >
      {(choose) => (
        <SegmentedControl
          legend={t('frame.actor.question')}
          choices={whoMayAct.map((value) => ({ value, label: t(`frame.actor.${value}`) }))}
          value={actor}
          onChange={choose}
        />
      )}
    </SoftChoice>
  );
}
