/** The team's words to the head: one line, from this phone. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface AnswerSheetProps {
  /** What the head said. */
  readonly said: string | undefined;
  /** A question has no answer without words. */
  readonly isNoteNeeded?: boolean;
  readonly onSend: (note: string) => void;
  readonly onClose: () => void;
}

export function AnswerSheet({ said, isNoteNeeded = false, onSend, onClose }: AnswerSheetProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <Sheet
      title={t('sessions.answer')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button
          wide
          icon="send"
          data-testid="answer-send"
          disabled={isNoteNeeded && note.trim() === ''}
          onClick={() => onSend(note)}
        >
          {t('sessions.answerSend')}
        </Button>
      }
    >
      {said && <p>{said}</p>}
      <TextField
        label={t('sessions.answerNote')}
        hint={t('sessions.answerHint')}
        note={isNoteNeeded ? undefined : t('shell.field.optional')}
        maxLength={200}
        value={note}
        onChange={setNote}
        data-testid="answer-note"
      />
    </Sheet>
  );
}
