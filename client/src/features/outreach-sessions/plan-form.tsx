/** Planning a session: where, on which day and hour, for about how many. The same form changes it or gives it up. */
import { type FormEvent, useState } from 'react';
import type { RecordId } from '#shared/ids';
import { isFullDate } from '#shared/rules/partial-date';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatRelativeDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DayNote } from '../../ui/day-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { findTypedTime } from '../../ui/typed-time.ts';
import { CountField } from './count-field.tsx';
import { KindChoice } from './kind-choice.tsx';
import type { PlanFacts } from './plan-actions.ts';

interface PlanFormProps {
  readonly work: Work;
  /** Undefined for a new one. */
  readonly record: RecordId | undefined;
  readonly facts: PlanFacts;
  readonly onSave: (facts: PlanFacts) => void;
  readonly onDrop: () => void;
}

const LONGEST_LINE = 200;

type Fault = 'place.required' | 'day.invalid' | 'day.past';
type Faults = Partial<Record<'place' | 'day', Fault>>;

export function PlanForm({ work, record, facts, onSave, onDrop }: PlanFormProps) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState(facts);
  const [isTried, setTried] = useState(false);
  const today = dayOfInstant(work.now());
  const faults = findFaults(plan, today);
  const time = findTypedTime(plan.time);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0 && time !== undefined) onSave({ ...plan, time });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <PlanFields
          plan={plan}
          today={today}
          faults={isTried ? faults : {}}
          isTimeMissing={isTried && time === undefined}
          onChange={(part) => setPlan({ ...plan, ...part })}
        />
        <Button type="submit" wide icon="check" data-testid="plan-save">
          {t('sessions.plan.save')}
        </Button>
        {record !== undefined && (
          <Button variant="quiet" icon="close" onClick={onDrop} data-testid="plan-drop">
            {t('sessions.plan.drop')}
          </Button>
        )}
      </Card>
    </form>
  );
}

interface PlanFieldsProps {
  readonly plan: PlanFacts;
  readonly today: string;
  readonly faults: Faults;
  readonly isTimeMissing: boolean;
  readonly onChange: (part: Partial<PlanFacts>) => void;
}

function PlanFields({ plan, today, faults, isTimeMissing, onChange }: PlanFieldsProps) {
  const translator = useTranslation();
  const { t } = translator;
  const say = (field: keyof Faults) => faults[field] && t(`sessions.plan.fault.${faults[field]}`);
  return (
    <>
      <TextField
        data-testid="plan-place"
        label={t('sessions.place')}
        value={plan.place}
        onChange={(place) => onChange({ place })}
        maxLength={LONGEST_LINE}
        error={say('place')}
      />
      <TextField
        label={t('sessions.hamlet')}
        value={plan.hamlet}
        onChange={(hamlet) => onChange({ hamlet })}
        maxLength={LONGEST_LINE}
      />
      <DateField
        label={t('sessions.plan.day')}
        hint={isFullDate(plan.day) ? formatRelativeDay(plan.day, today, translator) : undefined}
        value={plan.day}
        onChange={(text, day) => onChange({ day: day ?? text })}
        latestYear={Number(today.slice(0, 4)) + 1}
        invalidText={t('sessions.plan.fault.day.invalid')}
        error={say('day')}
      />
      {!faults.day && <DayNote day={plan.day} today={today} />}
      <TimeField
        data-testid="plan-time"
        label={t('sessions.plan.time')}
        value={plan.time}
        onChange={(time) => onChange({ time })}
        error={isTimeMissing ? t('shell.field.timeInvalid') : undefined}
      />
      <CountField
        label={t('sessions.plan.people')}
        value={plan.people ?? 0}
        onChange={(people) => onChange({ people: people === 0 ? undefined : people })}
      />
      <KindChoice kind={plan.kind} onChange={(kind) => onChange({ kind })} />
    </>
  );
}

/** A day before today can only be a slip of the finger. */
function findFaults({ place, day }: PlanFacts, today: string): Faults {
  return {
    ...(place.trim() === '' && { place: 'place.required' }),
    ...(isFullDate(day) ? day < today && { day: 'day.past' } : { day: 'day.invalid' }),
  };
}
