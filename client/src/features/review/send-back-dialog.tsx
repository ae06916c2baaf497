/** Sends a session back with a reason: one tap, and a line where the taps do not say it. */
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LogEntry } from './arrange-log.ts';
import styles from './review.module.css';

const reasons = ['silent', 'count', 'onBehalf', 'times', 'members', 'other'] as const;
type Reason = (typeof reasons)[number];

const LONGEST_LINE = 200;

interface SendBackDialogProps {
  readonly entry: LogEntry;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

export function SendBackDialog({ entry, onClose, onSend }: SendBackDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [reason, setReason] = useState<Reason>(() => guessReason(entry));
  const [line, setLine] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason === 'other' && line.trim() === '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isMissing) return;
    onSend([reason !== 'other' && t(`review.return.${reason}`), line.trim()].filter(Boolean).join('. '));
    onClose();
  };
  return (
    <Dialog
      title={t('review.return.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} icon="send" data-testid="send-session-back">
          {t('review.sendBack')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <p>{entry.session.place}</p>
        <ChoiceList
          legend={t('review.return.legend')}
          choices={reasons.map((value) => ({ value, label: t(`review.return.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <TextField
          label={t('review.return.line')}
          note={reason === 'other' ? undefined : t('shell.field.optional')}
          hint={t('review.return.hint')}
          error={isTried && isMissing ? t('review.return.otherMissing') : undefined}
          maxLength={LONGEST_LINE}
          value={line}
          onChange={setLine}
        />
      </form>
    </Dialog>
  );
}

/** What is odd about it is most likely why it goes back. */
function guessReason({ flags }: LogEntry): Reason {
  switch (flags[0]?.type) {
    case 'silentPhones':
      return 'silent';
    case 'onBehalf':
      return 'onBehalf';
    case 'crowded':
      return 'count';
    case 'nobodySignedIn':
      return 'members';
    case 'late':
    case 'notClosed':
    case 'oddTimes':
      return 'times';
    default:
      return 'other';
  }
}
