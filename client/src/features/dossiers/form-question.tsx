/** One question of a form, drawn by its type. Hands on each answer as it is given; what is wrong with it comes in. */
import { useState } from 'react';
import type { Answer } from '#shared/rules/fill-form';
import type { FormField } from '#shared/rules/form-definition';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { PhoneField } from '../../ui/phone-field.tsx';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';
import { readTypedAnswer, showTypedAnswer } from './read-typed-answer.ts';

interface FormQuestionProps {
  readonly field: FormField;
  readonly answer: Answer | undefined;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer | undefined) => void;
}

export function FormQuestion(props: FormQuestionProps) {
  return props.field.type === 'choice' || props.field.type === 'yesNo' ? (
    <ChosenAnswer {...props} />
  ) : (
    <TypedAnswer {...props} />
  );
}

function ChosenAnswer({ field, answer, error, disabled, onAnswer }: FormQuestionProps) {
  const { t, language } = useTranslation();
  const isYesNo = field.type === 'yesNo';
  const choices = isYesNo
    ? [
        { value: 'yes', label: t('shell.action.yes'), disabled },
        { value: 'no', label: t('shell.action.no'), disabled },
      ]
    : (field.choices ?? []).map(({ id, label }) => ({ value: id, label: label[language], disabled }));
  const chosen = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer;
  return (
    <div data-testid={`answer-${field.id}`}>
      <ChoiceList
        legend={
          field.required ? field.label[language] : `${field.label[language]} · ${t('shell.field.optional')}`
        }
        hint={field.help?.[language]}
        error={error}
        choices={choices}
        value={typeof chosen === 'string' ? chosen : undefined}
        onChange={(value) => onAnswer(isYesNo ? value === 'yes' : value)}
      />
    </div>
  );
}

const LONG_TEXT = 150;
/** Longer answers are written on several lines. */
const LONGEST_LINE = 200;

/** Holds what is typed while it is not an answer yet; an answer from elsewhere replaces it. */
function TypedAnswer({ field, answer, error, disabled, onAnswer }: FormQuestionProps) {
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState(() => showTypedAnswer(field, answer));
  const value = readTypedAnswer(field, typed) === answer ? typed : showTypedAnswer(field, answer);
  const input: TextFieldProps = {
    label: field.label[language],
    note: field.required ? undefined : t('shell.field.optional'),
    hint: field.help?.[language] ?? (field.type === 'date' ? t(findDateHint(field)) : undefined),
    error,
    disabled,
    value,
    onChange: (next) => {
      setTyped(next);
      onAnswer(readTypedAnswer(field, next));
    },
    // A date is shown as it was understood once the field is left.
    onBlur: () => setTyped(showTypedAnswer(field, answer)),
  };
  const testId = `answer-${field.id}`;
  switch (field.type) {
    case 'phone':
      return <PhoneField {...input} data-testid={testId} />;
    case 'number':
    case 'personalId':
    case 'date':
    case 'time':
      return <TextField {...input} data-testid={testId} inputMode="numeric" maxLength={20} />;
    default:
      return <TypedText {...input} testId={testId} maxLength={field.maxLength ?? LONG_TEXT} />;
  }
}

interface TypedTextProps extends TextFieldProps {
  readonly testId: string;
  readonly maxLength: number;
}

/** What is too long can still be typed: it is said, not cut off. */
function TypedText({ testId, maxLength, ...input }: TypedTextProps) {
  const longest = maxLength + LONG_TEXT;
  if (maxLength <= LONGEST_LINE)
    return <TextField {...input} data-testid={testId} autoCapitalize="sentences" maxLength={longest} />;
  return (
    <div data-testid={testId}>
      <TextField {...input} rows={4} maxLength={longest} />
    </div>
  );
}

function findDateHint({ allowPartial }: FormField) {
  return allowPartial === true ? 'dossiers.form.partialHint' : 'dossiers.form.dateHint';
}
