/** The relative who files: name, what they are to the citizen, and their own yes; with the word on authorisation. Stores nothing. */
import { useEffect, useRef } from 'react';
import { kin } from '#shared/model/dossier';
import type { FormDefinition } from '#shared/rules/form-definition';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CheckRow } from '../../ui/check-row.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChoiceChips } from '../../ui/chips.tsx';
import styles from './dossier.module.css';
import type { RelativeDraft, RelativeFault } from './relative-draft.ts';

interface RelativeFieldsProps {
  readonly form: FormDefinition;
  readonly draft: RelativeDraft;
  readonly fault: RelativeFault | undefined;
  /** How often choosing was tried: each time what is missing comes into view. */
  readonly tries: number;
  readonly onChange: (draft: RelativeDraft) => void;
}

export function RelativeFields({ form, draft, fault, tries, onChange }: RelativeFieldsProps) {
  const { t } = useTranslation();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault) fields.current?.scrollIntoView({ block: 'center' });
  }, [fault, tries]);
  const say = (about: RelativeFault) => (fault === about ? t(`dossiers.route.${about}`) : undefined);
  const isRequester = form.relativeFiles?.citizenIs === 'outside';
  return (
    <div ref={fields}>
      <Section title={t('dossiers.route.relative')}>
        <TextField
          label={t('dossiers.route.relativeNameLabel')}
          hint={t('dossiers.route.relativeNameHint')}
          maxLength={200}
          autoCapitalize="words"
          value={draft.name}
          error={say('relativeName')}
          onChange={(name) => onChange({ ...draft, name })}
          data-testid="relative-name"
        />
        <div>
          <ChoiceChips
            legend={t('dossiers.route.relativeKinLabel')}
            choices={kin.map((value) => ({ value, label: t(`dossiers.route.kin.${value}`) }))}
            value={draft.kin}
            onChange={(chosen) => onChange({ ...draft, kin: chosen })}
          />
          <FieldError id="relative-kin-error" error={say('relativeKin')} />
        </div>
        <div>
          <CheckRow
            alone
            label={t('dossiers.route.relativeYesLabel')}
            detail={t('dossiers.route.relativeYesHint')}
            checked={draft.agrees}
            onChange={(agrees) => onChange({ ...draft, agrees })}
          />
          <FieldError id="relative-yes-error" error={say('relativeYes')} />
        </div>
        <p className={styles.note}>
          {t(isRequester ? 'dossiers.route.relativeIsRequester' : 'dossiers.route.relativeAuthorisation')}
        </p>
      </Section>
    </div>
  );
}
