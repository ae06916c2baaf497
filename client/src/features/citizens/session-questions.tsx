/** What a session asks about somebody besides who they are: the help they want, and whether they were counted before. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { CheckRow } from '../../ui/check-row.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import type { SessionDoor } from './session-door.ts';

export interface SessionAnswers {
  readonly need: string | undefined;
  readonly wasCounted: boolean;
}

interface SessionQuestionsProps {
  readonly door: SessionDoor;
  readonly answers: SessionAnswers;
  readonly onChange: (answers: SessionAnswers) => void;
}

export function SessionQuestions({ door, answers, onChange }: SessionQuestionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceList
        legend={t('citizens.need')}
        choices={door.needs}
        value={answers.need}
        onChange={(need) => onChange({ ...answers, need })}
      />
      {door.hasUnnamed && (
        <CheckRow
          alone
          label={t('citizens.wasCounted')}
          detail={t('citizens.wasCountedHint')}
          checked={answers.wasCounted}
          onChange={(wasCounted) => onChange({ ...answers, wasCounted })}
        />
      )}
    </>
  );
}
