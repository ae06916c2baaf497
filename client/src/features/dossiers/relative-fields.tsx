/** The relative who files: name, what they are to the citizen, and their own yes; with the word on authorisation. Stores nothing. */
import { kin } from '#shared/model/dossier';
import type { FormDefinition } from '#shared/rules/form-definition';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { CheckRow } from '../../ui/check-row.tsx';
import { FieldError } from '../../ui/field.tsx';
import { PhoneField } from '../../ui/phone-field.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useErrorInView } from '../../ui/use-error-in-view.ts';
import { ChoiceChips } from '../../ui/chips.tsx';
import styles from './dossier.module.css';
import { amendRelative, type RelativeDraft, type RelativeFault } from './relative-draft.ts';

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
  const fields = useErrorInView<HTMLDivElement>(tries);
  const say = (about: Exclude<RelativeFault, 'relativePhone'>) =>
    fault === about ? t(`dossiers.route.${about}`) : undefined;
  const amend = (part: Partial<RelativeDraft>) => onChange(amendRelative(draft, part));
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
          onChange={(name) => amend({ name })}
          data-testid="relative-name"
        />
        <div>
          <ChoiceChips
            legend={t('dossiers.route.relativeKinLabel')}
            choices={kin.map((value) => ({ value, label: t(`dossiers.route.kin.${value}`) }))}
            value={draft.kin}
            onChange={(chosen) => amend({ kin: chosen })}
          />
          <FieldError id="relative-kin-error" error={say('relativeKin')} />
        </div>
        <AuthorisationNote form={form} kin={draft.kin} />
        <PhoneField
          label={t('dossiers.route.relativePhoneLabel')}
          note={t('shell.field.optional')}
          hint={t('dossiers.route.relativePhoneHint')}
          maxLength={20}
          value={draft.phone}
          error={fault === 'relativePhone' ? t('shell.field.phoneInvalid') : undefined}
          onChange={(phone) => amend({ phone })}
          data-testid="relative-phone"
        />
        <div>
          <CheckRow
            alone
            label={t('dossiers.route.relativeYesLabel')}
            detail={t('dossiers.route.relativeYesHint')}
            checked={draft.agrees}
            onChange={(agrees) => amend({ agrees })}
          />
          <FieldError id="relative-yes-error" error={say('relativeYes')} />
        </div>
      </Section>
    </div>
  );
}

/** What the law wants of the citizen for this relative, and whether it is a paper more. */
function AuthorisationNote({
  form,
  kin: chosen,
}: Pick<RelativeFieldsProps, 'form'> & Pick<RelativeDraft, 'kin'>) {
  const { t } = useTranslation();
  if (form.relativeFiles?.citizenIs === 'outside')
    return <p className={styles.note}>{t('dossiers.route.relativeIsRequester')}</p>;
  if (chosen === undefined) return <p className={styles.note}>{t('dossiers.route.relativeAuthorisation')}</p>;
  const isPaper = form.documents.some(({ byKin }) => byKin?.includes(chosen));
  if (!isPaper) return <p className={styles.note}>{t('dossiers.route.relativeUncertified')}</p>;
  return (
    <Banner tone="attention" live>
      {t('dossiers.route.relativeCertified')}
    </Banner>
  );
}
