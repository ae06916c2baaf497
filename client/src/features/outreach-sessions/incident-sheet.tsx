/** What went wrong, chosen from what usually does, with a line of one's own. Blames nobody. */
import { incidentPresets } from '#data/incidents';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface IncidentSheetProps {
  readonly onSave: (incident: { kind: string; note: string }) => void;
  readonly onClose: () => void;
}

export function IncidentSheet({ onSave, onClose }: IncidentSheetProps) {
  const { t, language } = useTranslation();
  const [kind, setKind] = useState<string>();
  const [note, setNote] = useState('');
  return (
    <Sheet
      title={t('sessions.incidentTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button
          wide
          disabled={kind === undefined}
          onClick={() => kind !== undefined && onSave({ kind, note })}
          data-testid="incident-save"
        >
          {t('sessions.incidentSave')}
        </Button>
      }
    >
      <ChoiceList
        legend={t('sessions.incidentWhat')}
        choices={incidentPresets.map(({ id, label }) => ({ value: id, label: label[language] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t('sessions.incidentNote')}
        hint={t('sessions.incidentHint')}
        note={t('shell.field.optional')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </Sheet>
  );
}

/** The words of a kind that was recorded; the code itself where a later version knows more than this one. */
export function findIncidentLabel(kind: string, language: 'vi' | 'en'): string {
  return incidentPresets.find((preset) => preset.id === kind)?.label[language] ?? kind;
}
