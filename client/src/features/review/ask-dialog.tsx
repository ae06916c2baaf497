/** One question to the team's leader: it waits on their phone until it is answered. */
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LogEntry } from './arrange-log.ts';
import styles from './review.module.css';

const LONGEST = 500;

interface AskDialogProps {
  readonly entry: LogEntry;
  readonly onClose: () => void;
  readonly onSend: (text: string) => void;
}

export function AskDialog({ entry: { session }, onClose, onSend }: AskDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = text.trim() === '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    onSend(text.trim());
    onClose();
  };
  return (
    <Dialog
      title={t('review.ask.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} icon="send" data-testid="ask-send">
          {t('review.ask.send')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <p>{t('review.ask.whom', { leader: session.leader, place: session.place })}</p>
        <TextField
          label={t('review.ask.line')}
          hint={t('review.return.hint')}
          error={isTried && isMissing ? t('review.ask.missing') : undefined}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={setText}
        />
      </form>
    </Dialog>
  );
}
