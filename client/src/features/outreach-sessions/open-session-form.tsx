/** Opening a session: everything is filled in from last time, so that one press is enough. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Opening } from './actions.ts';
import { KindChoice } from './kind-choice.tsx';

interface OpenSessionFormProps {
  readonly suggestion: Opening;
  readonly onOpen: (opening: Opening) => void;
}

const LONGEST_LINE = 200;

export function OpenSessionForm({ suggestion, onOpen }: OpenSessionFormProps) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(suggestion);
  const [isTried, setTried] = useState(false);
  const set = (fields: Partial<Opening>) => setOpening({ ...opening, ...fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (opening.place.trim() !== '') onOpen(opening);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <TextField
          label={t('sessions.place')}
          value={opening.place}
          onChange={(place) => set({ place })}
          maxLength={LONGEST_LINE}
          error={isTried && opening.place.trim() === '' ? t('shell.field.required') : undefined}
        />
        <TextField
          label={t('sessions.hamlet')}
          value={opening.hamlet}
          onChange={(hamlet) => set({ hamlet })}
          maxLength={LONGEST_LINE}
        />
        <KindChoice kind={opening.kind} onChange={(kind) => set({ kind })} />
        <Button type="submit" wide data-testid="session-open">
          {t('sessions.open')}
        </Button>
      </Card>
    </form>
  );
}
