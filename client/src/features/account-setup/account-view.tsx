/** The account guide of one citizen, one question a screen. Every outcome is saved at once; leaving loses nothing. */
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import { maskPersonalId } from '#shared/rules/personal-id';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeader } from '../../ui/step-header.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useFreshScreen } from '../../ui/use-fresh-screen.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import styles from './account.module.css';
import { FollowUpDay } from './follow-up-day.tsx';
import { GuideEnd } from './guide-end.tsx';
import { suggestActor } from './guide-way.ts';
import { PoliceDay } from './police-day.tsx';
import { StepQuestion } from './step-question.tsx';
import { type Guide, useGuide } from './use-guide.ts';

interface AccountViewProps {
  readonly work: Work;
  readonly citizenId: string;
  /** The session that is going on, if there is one. */
  readonly session?: RecordId | undefined;
  /** What is to be known of that session before anything is written for it. */
  readonly notice?: ReactNode;
  /** Asks leave to tell the police, and says whether they were told; shown where they are the next step. Drawn by whoever knows consents. */
  readonly askReferral?: ReactNode;
  /** Asks for the yes without which nothing goes on here. Drawn by whoever knows consents. */
  readonly askPrepare?: ReactNode;
}

export function AccountView(props: AccountViewProps) {
  const { work, citizenId, session, notice, askReferral, askPrepare } = props;
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  useSnapshot(work.store, () => work.store.version);
  const guide = useGuide(work, citizenId as RecordId, session);
  const { person, setup, step, passed } = guide;
  const isFinished = setup?.finishedAt !== undefined;
  useFreshScreen(step?.id ?? 'end');
  if (!person) return <MissingPerson />;
  const askPoliceDay = <AskPoliceDay work={work} guide={guide} />;
  if (!guide.mayGoOn) return <StoppedGuide guide={guide} citizenId={citizenId} askPrepare={askPrepare} />;
  const finish = () => {
    guide.finish();
    navigate(`/nguoi-dan/${citizenId}`);
  };
  return (
    <Page
      actions={
        !step &&
        !isFinished && (
          <Button wide icon="check" onClick={finish} data-testid="account-finish">
            {t('account.finish')}
          </Button>
        )
      }
    >
      <GuideHead guide={guide} citizenId={citizenId} />
      {!setup && notice}
      {guide.last?.outcome.followUp === 'police' && !isFinished && askReferral}
      {step && !isFinished ? (
        <>
          <SayThis guide={guide} />
          <StepQuestion
            key={step.id}
            step={step}
            suggestedActor={setup?.actors[step.id] ?? suggestActor(step.whoMayAct, guide.lastActor)}
            before={setup?.answers[step.id]}
            askDay={step.needsPolice && askPoliceDay}
            onOutcome={(outcome, actor) => guide.answer(step, outcome, actor)}
          />
        </>
      ) : (
        <GuideEnd
          citizenId={citizenId}
          passed={passed}
          setup={setup}
          mayReferToPolice={guide.mayReferToPolice}
          askPoliceDay={askPoliceDay}
          askDay={setup && <FollowUpDay key={setup.record} work={work} setup={setup.record} />}
        />
      )}
      <GuideFoot work={work} guide={guide} isFinished={isFinished} />
    </Page>
  );
}

function AskPoliceDay({ work, guide }: { readonly work: Work; readonly guide: Guide }) {
  return (
    <PoliceDay
      day={guide.setup?.policeDay}
      today={dayOfInstant(work.now())}
      phone={work.commune.phone}
      times={work.officeTimes}
      onChange={guide.setPoliceDay}
    />
  );
}

interface StoppedGuideProps extends Pick<AccountViewProps, 'citizenId' | 'askPrepare'> {
  readonly guide: Guide;
}

/** What was answered stays for when they agree again. */
function StoppedGuide({ guide, citizenId, askPrepare }: StoppedGuideProps) {
  const { t } = useTranslation();
  return (
    <Page>
      <TopBar
        title={String(guide.person?.values['fullName'] ?? t('account.title'))}
        subtitle={t('account.title')}
        backHref={`/nguoi-dan/${citizenId}`}
        backLabel={t('shell.action.back')}
      />
      <EmptyState icon="lock" title={t('consent.stoppedTitle')}>
        {t('account.stoppedText')}
      </EmptyState>
      {askPrepare}
    </Page>
  );
}

function GuideHead({ guide, citizenId }: { readonly guide: Guide; readonly citizenId: string }) {
  const { t } = useTranslation();
  const { person, step, number, total } = guide;
  const { fullName, personalId } = person?.values ?? {};
  const masked = typeof personalId === 'string' ? maskPersonalId(personalId, 'personCard') : '';
  return (
    <>
      <TopBar
        help={t('help.account')}
        title={typeof fullName === 'string' ? fullName : t('account.title')}
        backHref={`/nguoi-dan/${citizenId}`}
        backLabel={t('shell.action.back')}
      />
      <StepHeader
        overline={[t('account.title'), masked.replace(/•+/, '•••• ')].filter(Boolean).join(' · ')}
        text={t('account.step', { step: step ? number : total, total })}
        step={step ? number : total}
        total={total}
      />
    </>
  );
}

/** What the outcome before asks to be said, on the next screen: it is said while one looks up. */
function SayThis({ guide }: { readonly guide: Guide }) {
  const { t, language } = useTranslation();
  const advice = guide.last?.outcome.advice;
  if (!advice) return null;
  return (
    <Banner tone="attention" icon="info" title={t('account.sayThis')}>
      {advice[language]}
    </Banner>
  );
}

interface GuideFootProps {
  readonly work: Work;
  readonly guide: Guide;
  readonly isFinished: boolean;
}

function GuideFoot({ work, guide, isFinished }: GuideFootProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { setup, back, reopen } = guide;
  const words = setup && describeCustody(work.readCustody(setup.record), undefined, translator);
  return (
    <div className={styles.foot}>
      {isFinished && (
        <Banner
          tone="good"
          actions={
            <Button variant="secondary" onClick={() => reopen()} data-testid="account-reopen">
              {t('account.reopen')}
            </Button>
          }
        >
          {t('account.finishedOn', { day: formatDay(dayOfInstant(setup?.finishedAt ?? 0)) })}
        </Banner>
      )}
      {back && !isFinished && (
        <Button variant="quiet" icon="back" onClick={back} data-testid="account-back">
          {t('account.previous')}
        </Button>
      )}
      {words && <CustodyDots level={words.level} tone={words.tone} label={words.transport} showLabel />}
      <p className={styles.soft}>{t('account.neverSecret')}</p>
    </div>
  );
}

function MissingPerson() {
  const { t } = useTranslation();
  return (
    <Page>
      <EmptyState
        icon="search"
        title={t('account.missing')}
        actions={<LinkButton href="/nguoi-dan">{t('citizens.toList')}</LinkButton>}
      />
    </Page>
  );
}
