/** Two people answered one question differently: both are shown and a person chooses. Prefers neither. */
import { type Answer, formatAnswer } from '#shared/rules/fill-form';
import type { FormField } from '#shared/rules/form-definition';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

interface ConflictChoiceProps {
  readonly field: FormField;
  readonly answer: Answer | undefined;
  readonly others: readonly unknown[];
  readonly onChoose: (answer: Answer) => void;
}

export function ConflictChoice({ field, answer, others, onChoose }: ConflictChoiceProps) {
  const { t } = useTranslation();
  // What is kept is not offered a second time as somebody else's.
  const theirs = [...new Set(others)].filter(
    (other): other is Answer => other !== null && typeof other !== 'object' && other !== answer,
  );
  return (
    <Banner
      tone="attention"
      title={t('dossiers.form.conflictTitle')}
      actions={
        <>
          {answer !== undefined && (
            <Button variant="secondary" onClick={() => onChoose(answer)}>
              {t('dossiers.form.conflictKeep', { value: formatAnswer(field, answer) })}
            </Button>
          )}
          {theirs.map((other) => (
            <Button key={String(other)} variant="secondary" onClick={() => onChoose(other)}>
              {t('dossiers.form.conflictTake', { value: formatAnswer(field, other) })}
            </Button>
          ))}
        </>
      }
    />
  );
}
