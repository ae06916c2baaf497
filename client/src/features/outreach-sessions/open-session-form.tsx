/** Opening a session: everything is filled in from last time, so that one press is enough. */
import { type SessionKind, sessionKinds } from '#shared/model/outreach-session';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Opening } from './actions.ts';
import styles from './session-view.module.css';

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

interface KindChoiceProps {
  readonly kind: SessionKind;
  readonly onChange: (kind: SessionKind) => void;
}

/** Rarely changed, so it stays one line until somebody asks. */
function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <div className={styles.room}>
        <p>
          {t('sessions.kindQuestion')}: <strong>{t(`sessions.kind.${kind}`)}</strong>
        </p>
        <Button variant="quiet" onClick={() => setAsked(true)}>
          {t('shell.action.change')}
        </Button>
      </div>
    );
  return (
    <ChoiceList
      legend={t('sessions.kindQuestion')}
      choices={sessionKinds.map((value) => ({ value, label: t(`sessions.kind.${value}`) }))}
      value={kind}
      onChange={onChange}
    />
  );
}
