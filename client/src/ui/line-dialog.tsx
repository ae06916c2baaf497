/** Says something to somebody: what is asked first, if anything, then a line of one's own. Sends nothing that is not complete. */
import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import { TextField } from './text-field.tsx';
import { useErrorInView } from './use-error-in-view.ts';

interface LineDialogProps {
  readonly title: string;
  /** To whom, or about what. */
  readonly about: string;
  readonly send: string;
  readonly sendTestId: string;
  readonly line: {
    readonly label: string;
    readonly hint: string;
    /** Said where the line may not stay empty, and does. */
    readonly missing: string | undefined;
    readonly longest: number;
    readonly rows?: number;
  };
  /** What is asked before the line; `isTried`: it was tried to send it as it stands. */
  readonly children?: (isTried: boolean) => ReactNode;
  /** Whether that is answered. */
  readonly isAnswered?: boolean;
  readonly onSend: (line: string) => void;
  readonly onClose: () => void;
}

export function LineDialog(props: LineDialogProps) {
  const { title, about, send, sendTestId, line, children, isAnswered = true, onSend, onClose } = props;
  const { label, hint, missing, longest, rows } = line;
  const { t } = useTranslation();
  const form = useId();
  const [text, setText] = useState('');
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const fields = useErrorInView<HTMLFormElement>(tries);
  const isSilent = missing !== undefined && text.trim() === '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (!isAnswered || isSilent) return;
    onSend(text.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} icon="send" data-testid={sendTestId}>
          {send}
        </Button>
      }
    >
      <form ref={fields} id={form} onSubmit={submit} className={styles.form}>
        <p>{about}</p>
        {children?.(isTried)}
        <TextField
          label={label}
          note={missing === undefined ? t('shell.field.optional') : undefined}
          hint={hint}
          error={isTried && isSilent ? missing : undefined}
          rows={rows}
          maxLength={longest}
          value={text}
          onChange={setText}
        />
      </form>
    </Dialog>
  );
}
