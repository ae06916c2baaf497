/** Names who approves, from which day to which, and asks for the PIN anew before the commune is told. */
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import {
  delegateReply,
  type DelegateRequest,
  delegationReply,
  type DelegationReply,
} from '#shared/contracts/review';
import { findDelegationFault, LONGEST_DELEGATION_DAYS } from '#shared/rules/delegation';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { describeFault } from './describe-fault.ts';
import type { ReviewOffice } from './queries.ts';
import styles from './review.module.css';
import { StepUpDialog } from './step-up-dialog.tsx';

interface DelegateDialogProps {
  readonly work: Work;
  readonly office: ReviewOffice;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

type Candidate = DelegationReply['candidates'][number];

interface Chosen extends DelegateRequest {
  readonly name: string;
}

export function DelegateDialog({ work, office, onChanged, onClose }: DelegateDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [chosen, setChosen] = useState<Chosen>();
  // Whoever has closed the question while the PIN is judged names nobody.
  const isWanted = useRef(false);
  useEffect(() => {
    isWanted.current = true;
    return () => {
      isWanted.current = false;
    };
  }, []);
  if (!chosen) return <ChooseDialog {...{ work, office, onClose }} onChosen={setChosen} />;
  const { name, ...request } = chosen;
  const days = { from: formatDay(request.from), to: formatDay(request.to) };
  const ask = async (pin: string): Promise<string | undefined> => {
    const problem = await office.confirmPin(pin);
    if (problem !== undefined || !isWanted.current) return problem;
    const made = await office.ask('/api/review/delegation/make', request, delegateReply);
    if (!made.ok) return describeFault(made.error, translator);
    showNotice({ text: t('review.delegation.made', { name, ...days }) });
    onChanged();
    onClose();
    return undefined;
  };
  return (
    <StepUpDialog
      title={t('review.delegation.make')}
      why={t('review.delegation.why', { name, ...days })}
      submitLabel={t('review.delegation.make')}
      ask={ask}
      onClose={onClose}
    />
  );
}

interface ChooseDialogProps extends Omit<DelegateDialogProps, 'onChanged'> {
  readonly onChosen: (chosen: Chosen) => void;
}

function ChooseDialog({ work, office, onChosen, onClose }: ChooseDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const form = useId();
  const { data: asked } = useQuery({
    queryKey: ['review.delegation'],
    queryFn: () => office.ask('/api/review/delegation', {}, delegationReply),
    gcTime: 0,
  });
  const candidates = asked?.ok ? asked.value.candidates : [];
  return (
    <Dialog
      title={t('review.delegation.make')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        candidates.length > 0 && (
          <Button type="submit" form={form} data-testid="delegation-next">
            {t('shell.action.next')}
          </Button>
        )
      }
    >
      {!asked && <p role="status">{t('shell.opening')}</p>}
      {asked && !asked.ok && <p role="status">{describeFault(asked.error, translator)}</p>}
      {asked?.ok && candidates.length === 0 && <Nobody />}
      {candidates.length > 0 && (
        <DelegateForm {...{ form, candidates, onChosen }} today={dayOfInstant(work.now())} />
      )}
    </Dialog>
  );
}

function Nobody() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('review.delegation.nobody')}</p>
      <LinkButton href="/doi-may" variant="secondary">
        {t('review.delegationOpen')}
      </LinkButton>
    </>
  );
}

interface DelegateFormProps {
  readonly form: string;
  readonly candidates: readonly Candidate[];
  readonly today: string;
  readonly onChosen: (chosen: Chosen) => void;
}

function DelegateForm({ form, candidates, today, onChosen }: DelegateFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<DelegateRequest>({ member: '', from: today, to: '' });
  const [isTried, setTried] = useState(false);
  const person = candidates.find(({ member }) => member === draft.member);
  const wrong = findDelegationFault(draft, today);
  const change = (part: Partial<DelegateRequest>) => setDraft({ ...draft, ...part });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (person && wrong === undefined) onChosen({ ...draft, name: person.name });
  };
  const latestYear = Number(today.slice(0, 4)) + 1;
  const most = { count: LONGEST_DELEGATION_DAYS };
  return (
    <form id={form} className={styles.form} onSubmit={submit}>
      <ChoiceList
        legend={t('review.delegation.person')}
        hint={t('review.delegation.personHint')}
        error={isTried && !person ? t('review.delegation.personMissing') : undefined}
        choices={candidates.map(({ member, name, role }) => ({
          ...{ value: member, label: name, detail: t(`enrolment.role.${role}`) },
        }))}
        value={draft.member}
        onChange={(member) => change({ member })}
      />
      <DateField
        label={t('review.delegation.from')}
        error={isTried && wrong === 'from' ? t('review.delegation.fromWrong') : undefined}
        invalidText={t('review.delegation.fromWrong')}
        latestYear={latestYear}
        value={draft.from}
        onChange={(text, day) => change({ from: day ?? text })}
      />
      <DateField
        label={t('review.delegation.to')}
        hint={t('review.delegation.toHint', most)}
        error={isTried && wrong === 'to' ? t('review.delegation.toWrong', most) : undefined}
        invalidText={t('review.delegation.toWrong', most)}
        latestYear={latestYear}
        value={draft.to}
        onChange={(text, day) => change({ to: day ?? text })}
      />
    </form>
  );
}
