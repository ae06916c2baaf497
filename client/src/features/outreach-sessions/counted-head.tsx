/** What may be added about the person who was just counted: sex and age band, both skippable. Never a name. */
import { ageBandTexts } from '#data/audience';
import { type AgeBand, ageBands } from '#shared/model/attendance';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './session-view.module.css';

export interface HeadFacts {
  readonly sex?: 'female' | 'male' | undefined;
  readonly ageBand?: AgeBand | undefined;
}

interface CountedHeadProps {
  readonly facts: HeadFacts;
  readonly onChange: (facts: { sex: 'female' | 'male' } | { ageBand: AgeBand }) => void;
  readonly onUndo: () => void;
}

const SEXES = ['female', 'male'] as const;

export function CountedHead({ facts, onChange, onUndo }: CountedHeadProps) {
  const { t, language } = useTranslation();
  return (
    <Card tone="tint">
      <div className={styles.counted}>
        <p role="status">
          <strong>{t('sessions.counted')}</strong>
        </p>
        <IconButton icon="undo" label={t('shell.action.undo')} onClick={onUndo} />
      </div>
      <SegmentedControl
        legend={t('sessions.sexQuestion')}
        hideLegend
        choices={SEXES.map((value) => ({ value, label: t(`sessions.${value}`) }))}
        value={facts.sex}
        onChange={(sex) => onChange({ sex })}
      />
      <SegmentedControl
        legend={t('sessions.ageQuestion')}
        hideLegend
        choices={ageBands.map((value) => ({ value, label: ageBandTexts[value][language] }))}
        value={facts.ageBand}
        onChange={(ageBand) => onChange({ ageBand })}
      />
    </Card>
  );
}
