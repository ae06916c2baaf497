/** The form of a dossier: only what the chosen route needs, saved as it is typed, every fault named at once when it is done. */
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { RecordId } from '#shared/ids';
import { checkAnswers, listQuestions, type Question } from '#shared/rules/fill-form';
import type { FieldError } from '#shared/rules/check-answer';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import dossierStyles from './dossier.module.css';
import { DossierGate } from './dossier-gate.tsx';
import { FormSection, questionAnchor } from './form-section.tsx';
import styles from './form-view.module.css';
import { getToday, type OpenDossier } from './queries.ts';
import { isLodged } from './read-dossier.ts';

interface FormViewProps {
  readonly work: Work;
  readonly record: RecordId;
}

export function FormView({ work, record }: FormViewProps) {
  useEffect(() => () => void work.drafts.finishEditing(record), [work, record]);
  return (
    <DossierGate work={work} record={record}>
      {(open) => <OpenForm work={work} open={open} />}
    </DossierGate>
  );
}

function OpenForm({ work, open }: { readonly work: Work; readonly open: OpenDossier }) {
  const { t, language } = useTranslation();
  const [, navigate] = useLocation();
  const asked = useAskedQuestion();
  const [isChecked, setIsChecked] = useState(asked !== null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const { dossier, procedure, name } = open;
  const { form } = procedure;
  const questions = listQuestions(form, dossier.route, dossier.answers);
  const faults = checkAnswers(form, {
    route: dossier.route,
    answers: dossier.answers,
    today: getToday(work),
  });
  const shownFaults = faults.filter(
    ({ fieldId, code }) => isChecked || (code !== 'missing' && left.includes(fieldId)),
  );
  const overview = `/ho-so/${dossier.record}`;
  const finish = () => {
    if (faults.length === 0 || isLodged(dossier)) return navigate(overview);
    setIsChecked(true);
    window.scrollTo(0, 0);
  };
  return (
    <Page
      actions={
        <Button icon="check" onClick={finish} data-testid="info-done">
          {t('dossiers.form.done')}
        </Button>
      }
    >
      <TopBar
        help={t('help.form')}
        title={t('dossiers.information')}
        subtitle={t('dossiers.form.subtitle', { name, procedure: procedure.name[language] })}
        backHref={overview}
        backLabel={t('shell.action.back')}
      />
      {isLodged(dossier) && !open.request && <Banner icon="lock">{t('dossiers.form.locked')}</Banner>}
      <FilerNote open={open} />
      <KnownFields open={open} questions={questions} />
      {isChecked && faults.length > 0 && <FaultsBanner questions={questions} faults={faults} />}
      <div className={styles.form}>
        {form.sections.map((section) => {
          const fields = questions.filter((one) => one.sectionId === section.id).map((one) => one.field);
          if (fields.length === 0) return null;
          return (
            <FormSection
              key={section.id}
              {...{ work, open, section, fields }}
              faults={shownFaults}
              onLeave={(fieldId) => setLeft((before) => [...before, fieldId])}
            />
          );
        })}
      </div>
    </Page>
  );
}

/** `?o=<field>`: the question that a list of what is missing led to. */
function useAskedQuestion(): string | null {
  const [search] = useSearchParams();
  const asked = search.get('o');
  useEffect(() => {
    if (asked !== null) goToQuestion(asked);
  }, [asked]);
  return asked;
}

function goToQuestion(fieldId: string): void {
  const question = document.getElementById(questionAnchor(fieldId));
  question?.scrollIntoView({ block: 'start' });
  question?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

interface FaultsBannerProps {
  readonly questions: readonly Question[];
  readonly faults: readonly FieldError[];
}

function FaultsBanner({ questions, faults }: FaultsBannerProps) {
  const { t, language } = useTranslation();
  return (
    <Banner tone="attention" live title={t('dossiers.form.faultsTitle', { count: faults.length })}>
      <ul className={dossierStyles.links} role="list">
        {faults.map(({ fieldId }) => (
          <li key={fieldId}>
            <button type="button" onClick={() => goToQuestion(fieldId)}>
              {questions.find(({ field }) => field.id === fieldId)?.field.label[language]}
            </button>
          </li>
        ))}
      </ul>
      {t('dossiers.form.faultsKept')}
    </Banner>
  );
}

/** Route C: whose account it is decides what is asked, and about whom. */
function FilerNote({ open: { dossier, procedure } }: { readonly open: OpenDossier }) {
  const { t } = useTranslation();
  const { route, relative } = dossier;
  if (route !== 'relative' || !relative) return null;
  const isAsked = procedure.form.relativeFiles?.relation !== undefined;
  return (
    <Banner icon="person">
      {t(isAsked ? 'dossiers.form.relativeAsked' : 'dossiers.form.relativeOwner', { name: relative.name })}
    </Banner>
  );
}

/** Says why the form is so short. */
function KnownFields({
  open,
  questions,
}: {
  readonly open: OpenDossier;
  readonly questions: readonly Question[];
}) {
  const { t, language } = useTranslation();
  const { dossier, procedure } = open;
  const everything = listQuestions(procedure.form, 'counter', dossier.answers);
  const known = everything.filter(({ field }) => !questions.some((one) => one.field.id === field.id));
  if (known.length === 0) return null;
  const labels = known.map(({ field }) => field.label[language]).join(', ');
  return <p className={styles.known}>{t('dossiers.form.portalKnows', { labels })}</p>;
}
