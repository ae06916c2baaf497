/** What kind of session it is: rarely changed, so it stays one line until somebody asks. */
import { type SessionKind, sessionKinds } from '#shared/model/outreach-session';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import styles from './session-view.module.css';

interface KindChoiceProps {
  readonly kind: SessionKind;
  readonly onChange: (kind: SessionKind) => void;
}

export function KindChoice({ kind, onChange }: KindChoiceProps) {
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
