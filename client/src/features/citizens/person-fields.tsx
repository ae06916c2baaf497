/** The boxes about a person that can be typed: name, birth, sex, number. Says box by box what cannot be read. */
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type DraftFault, isUnsaved, type PersonDraft } from './person-draft.ts';

export interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly faults: readonly DraftFault[];
  readonly onChange: (fields: Partial<PersonDraft>) => void;
}

const SEXES = ['female', 'male'] as const;
const LONGEST_LINE = 200;

function describeNumberFault(faults: readonly DraftFault[], t: Translate): string | undefined {
  if (faults.includes('numberReal')) return t('citizens.personalIdReal');
  return faults.includes('numberUnreadable') ? t('citizens.personalIdInvalid') : undefined;
}

export function PersonFields({ draft, faults, onChange }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('citizens.fullName')}
        value={draft.fullName}
        onChange={(fullName) => onChange({ fullName, nameNeedsCheck: false })}
        maxLength={LONGEST_LINE}
        autoCapitalize="words"
        error={faults.includes('nameMissing') ? t('citizens.nameMissing') : undefined}
      />
      <TextField
        label={t('citizens.born')}
        note={isUnsaved(draft, 'born') ? t('citizens.notSavable') : undefined}
        hint={t('citizens.bornHint')}
        value={draft.born}
        onChange={(born) => onChange({ born })}
        maxLength={20}
        inputMode="numeric"
        error={faults.includes('birthUnreadable') ? t('citizens.bornInvalid') : undefined}
      />
      <SegmentedControl
        legend={t('citizens.sex')}
        choices={SEXES.map((value) => ({ value, label: t(`citizens.${value}`) }))}
        value={draft.sex}
        onChange={(sex) => onChange({ sex })}
      />
      {draft.enteredBy === 'hand' && (
        <TextField
          label={t('citizens.personalId')}
          note={t(isUnsaved(draft, 'personalId') ? 'citizens.notSavable' : 'shell.field.optional')}
          value={draft.personalId}
          onChange={(personalId) => onChange({ personalId })}
          maxLength={20}
          inputMode="numeric"
          error={describeNumberFault(faults, t)}
        />
      )}
    </>
  );
}
