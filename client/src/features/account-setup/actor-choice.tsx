/** "Ai làm bước này?": who has their hands on the phone. Only those who may act in this step are offered. */
import { useState } from 'react';
import type { ActedBy } from '#shared/model/field-kinds';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SoftQuestion } from './soft-question.tsx';

interface ActorChoiceProps {
  readonly whoMayAct: readonly ActedBy[];
  readonly actor: ActedBy | undefined;
  readonly onChange: (actor: ActedBy) => void;
}

export function ActorChoice({ whoMayAct, actor, onChange }: ActorChoiceProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const choose = (next: ActedBy) => {
    if (next === 'onBehalf') setAsking(true);
    else onChange(next);
  };
  const settle = (next: ActedBy) => {
    setAsking(false);
    onChange(next);
  };
  if (whoMayAct.length < 2) return null;
  return (
    <>
      <SegmentedControl
        legend={t('frame.actor.question')}
        choices={whoMayAct.map((value) => ({ value, label: t(`frame.actor.${value}`) }))}
        value={actor}
        onChange={choose}
      />
      {isAsking && (
        <SoftQuestion
          onLetThem={() => settle('guided')}
          onStill={() => settle('onBehalf')}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
