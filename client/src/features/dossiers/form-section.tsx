/** The questions of one part of a form that this route asks, and who did the part. Stores each answer as it is given. */
import { type ActedBy, actors } from '#shared/model/field-kinds';
import type { FieldError } from '#shared/rules/check-answer';
import type { FormField, FormSection as SectionOfForm } from '#shared/rules/form-definition';
import type { Work } from '../../custody/work.ts';
import { describeSoftQuestion } from '../../i18n/describe-soft-question.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../ui/section.tsx';
import { SoftChoice } from '../../ui/soft-choice.tsx';
import { answerQuestion, setActor, settleConflict } from './actions.ts';
import { ChoiceChips } from '../../ui/chips.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { FormQuestion } from './form-question.tsx';
import styles from './form-view.module.css';
import { writeFieldError } from './lacks-banner.tsx';
import { isClosed, type OpenDossier } from './queries.ts';

interface FormSectionProps {
  readonly work: Work;
  readonly open: OpenDossier;
  readonly section: SectionOfForm;
  readonly fields: readonly FormField[];
  /** Faults that are to be shown now. */
  readonly faults: readonly FieldError[];
  readonly onLeave: (fieldId: string) => void;
}

export function FormSection({ work, open, section, fields, faults, onLeave }: FormSectionProps) {
  const translator = useTranslation();
  const { dossier, conflicts } = open;
  const findError = ({ id }: FormField) => {
    const fault = faults.find((one) => one.fieldId === id);
    return fault && writeFieldError(fault.message, translator);
  };
  return (
    <Section title={section.title[translator.language]}>
      {fields.map((field) => (
        <div
          key={field.id}
          id={questionAnchor(field.id)}
          className={styles.question}
          onBlur={() => onLeave(field.id)}
        >
          <FormQuestion
            field={field}
            answer={dossier.answers[field.id]}
            error={findError(field)}
            disabled={isClosed(open, { field: field.id })}
            onAnswer={(answer) => answerQuestion(work, dossier, { fieldId: field.id, answer })}
          />
          {conflicts[field.id] && (
            <ConflictChoice
              field={field}
              answer={dossier.answers[field.id]}
              others={conflicts[field.id] ?? []}
              onChoose={(answer) => settleConflict(work, dossier, { fieldId: field.id, answer })}
            />
          )}
        </div>
      ))}
      <ActorChoice
        actor={dossier.actedBy[section.id]}
        section={section.id}
        onChoose={(actor) => setActor(work, dossier, { section: section.id, actor })}
      />
    </Section>
  );
}

/** The element around a question, for going there. */
export function questionAnchor(fieldId: string): string {
  return `question-${fieldId}`;
}

interface ActorChoiceProps {
  readonly actor: ActedBy | undefined;
  readonly section: string;
  readonly onChoose: (actor: ActedBy) => void;
}

function ActorChoice({ actor, section, onChoose }: ActorChoiceProps) {
  const { t } = useTranslation();
  return (
    <div data-testid={`acted-${section}`}>
      <SoftChoice
        soft="onBehalf"
        instead="guided"
        value={actor}
        onChange={onChoose}
        words={describeSoftQuestion(t)}
      >
        {(choose) => (
          <ChoiceChips
            legend={t('dossiers.form.whoDid')}
            choices={actors.map((value) => ({ value, label: t(`frame.actor.${value}`) }))}
            value={actor}
            onChange={choose}
          />
        )}
      </SoftChoice>
    </div>
  );
}
