/** Where a person lives now and how to reach them: on no card, so always asked. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { PhoneField } from '../../ui/phone-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isUnsaved, type PhoneOwner } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.tsx';

const OWNERS: readonly PhoneOwner[] = ['self', 'relative', 'none'];

export function ContactFields({ draft, faults, onChange }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('citizens.hamlet')}
        value={draft.hamlet}
        onChange={(hamlet) => onChange({ hamlet })}
        maxLength={200}
      />
      {draft.phoneOwner !== 'none' && (
        <PhoneField
          label={t('citizens.phone')}
          note={t(isUnsaved(draft, 'phone') ? 'citizens.notSavable' : 'shell.field.optional')}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={20}
          error={faults.includes('phoneUnreadable') ? t('shell.field.phoneInvalid') : undefined}
        />
      )}
      <SegmentedControl
        legend={t('citizens.phoneOwnerQuestion')}
        hideLegend
        choices={OWNERS.map((value) => ({ value, label: t(`citizens.phoneOwner.${value}`) }))}
        value={draft.phoneOwner ?? (draft.phone.trim() === '' ? undefined : 'self')}
        onChange={(phoneOwner) => onChange({ phoneOwner })}
      />
    </>
  );
}
