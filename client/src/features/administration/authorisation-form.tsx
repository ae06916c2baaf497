/** The decision as it stands on its paper: number, signer, days, and the procedures that it names. */
import { type SyntheticEvent, useState } from 'react';
import { procedures } from '#data/procedures';
import type { AuthorisationRequest } from '#shared/contracts/administration';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { CheckRow } from '../../ui/check-row.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './administration.module.css';
import { type AuthorisationDraft, type AuthorisationGap, checkAuthorisation } from './check-authorisation.ts';

interface AuthorisationFormProps {
  /** The button that submits stands at the foot of the dialog. */
  readonly id: string;
  /** yyyy-mm-dd: the first day, unless the paper says another. */
  readonly today: string;
  readonly problem: string | undefined;
  readonly onSubmit: (request: AuthorisationRequest) => void;
}

const LATEST_YEAR = 2100;

export function AuthorisationForm({ id, today, problem, onSubmit }: AuthorisationFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<AuthorisationDraft>({
    ...{ decisionNumber: '', signer: '', from: today, to: '', procedures: [] },
  });
  const [isTried, setIsTried] = useState(false);
  const checked = checkAuthorisation(draft);
  const change = (part: Partial<AuthorisationDraft>) => setDraft({ ...draft, ...part });
  const say = (gap: AuthorisationGap) =>
    isTried && !checked.ok && checked.error.includes(gap)
      ? t(`administration.decision.gap.${gap}`)
      : undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (checked.ok) onSubmit(checked.value);
  };
  const missing = say('procedures');
  return (
    <form id={id} className={styles.form} onSubmit={submit}>
      <p>{t('administration.decision.text')}</p>
      <PaperFields draft={draft} say={say} onChange={change} />
      <ProcedureChoice chosen={draft.procedures} onChange={(chosen) => change({ procedures: chosen })} />
      {(missing ?? problem) && (
        <Banner tone="attention" live>
          {missing ?? problem}
        </Banner>
      )}
    </form>
  );
}

interface PaperFieldsProps {
  readonly draft: AuthorisationDraft;
  readonly say: (gap: AuthorisationGap) => string | undefined;
  readonly onChange: (part: Partial<AuthorisationDraft>) => void;
}

function PaperFields({ draft, say, onChange: change }: PaperFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('administration.decision.number')}
        hint={t('administration.decision.numberHint')}
        error={say('decisionNumber')}
        maxLength={80}
        value={draft.decisionNumber}
        onChange={(decisionNumber) => change({ decisionNumber })}
      />
      <TextField
        label={t('administration.decision.signer')}
        error={say('signer')}
        maxLength={120}
        value={draft.signer}
        onChange={(signer) => change({ signer })}
      />
      <DateField
        label={t('administration.decision.from')}
        error={say('from')}
        latestYear={LATEST_YEAR}
        invalidText={t('administration.decision.gap.from')}
        value={draft.from}
        onChange={(text, day) => change({ from: day ?? text })}
      />
      <DateField
        label={t('administration.decision.to')}
        hint={t('administration.decision.toHint')}
        error={say('to')}
        latestYear={LATEST_YEAR}
        invalidText={t('administration.decision.gap.to')}
        value={draft.to}
        onChange={(text, day) => change({ to: day ?? text })}
      />
    </>
  );
}

interface ProcedureChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function ProcedureChoice({ chosen, onChange }: ProcedureChoiceProps) {
  const { t, language } = useTranslation();
  const tick = (code: string, isTicked: boolean) => {
    const others = chosen.filter((one) => one !== code);
    onChange(isTicked ? [...others, code] : others);
  };
  return (
    <CheckGroup legend={t('administration.decision.procedures')}>
      {procedures.map(({ code, name }) => (
        <CheckRow
          key={code}
          label={name[language]}
          detail={code}
          checked={chosen.includes(code)}
          onChange={(isTicked) => tick(code, isTicked)}
        />
      ))}
    </CheckGroup>
  );
}
