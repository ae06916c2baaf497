/** One question of the guide: what to say, who acts, what came of it. Has no field: nothing here can hold a secret. */
import { type ReactNode, useState } from 'react';
import type { ActedBy } from '#shared/model/field-kinds';
import type { AccountOutcome, AccountStep } from '#shared/rules/account-guide';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PhoneRule } from '../../ui/phone-rule.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './account.module.css';
import { ActorChoice } from './actor-choice.tsx';

interface StepQuestionProps {
  readonly step: AccountStep;
  readonly suggestedActor: ActedBy | undefined;
  /** What was chosen when this step was asked before. */
  readonly before: string | undefined;
  /** PoliceDay, where the step asks for one. */
  readonly askDay?: ReactNode;
  readonly onOutcome: (outcome: AccountOutcome, actor: ActedBy | undefined) => void;
}

export function StepQuestion({ step, suggestedActor, before, askDay, onOutcome }: StepQuestionProps) {
  const { t, language } = useTranslation();
  const [actor, setActor] = useState(suggestedActor);
  const chosen = step.outcomes.find((outcome) => outcome.id === before);
  return (
    <>
      <StepHead step={step} />
      <Banner title={step.secret?.letThemTap[language]}>
        <p>{step.instruction[language]}</p>
        {step.secret && (
          <p>
            <strong>{step.secret.lookAway[language]}</strong>
          </p>
        )}
      </Banner>
      {step.touchesPhone && <PhoneRule text={t('frame.ownPhone')} />}
      {askDay}
      <ActorChoice whoMayAct={step.whoMayAct} actor={actor} onChange={setActor} />
      <Section title={t('account.result')}>
        {chosen && <p>{t('account.chosenBefore', { outcome: chosen.label[language] })}</p>}
        <div className={styles.outcomes}>
          {step.outcomes.map((outcome, at) => (
            <Button
              key={outcome.id}
              wide
              // The usual way stands first and is the one filled button; a choice made before takes its place.
              variant={(chosen ? outcome === chosen : at === 0) ? 'primary' : 'secondary'}
              onClick={() => onOutcome(outcome, actor)}
              data-testid={`account-outcome-${outcome.id}`}
            >
              {outcome.label[language]}
            </Button>
          ))}
        </div>
      </Section>
    </>
  );
}

function StepHead({ step }: { readonly step: AccountStep }) {
  const { t, language } = useTranslation();
  const { needsSignal, needsPolice, optional } = step;
  return (
    <div className={styles.head}>
      <h2 className={styles.question}>{step.question[language]}</h2>
      {(needsSignal || needsPolice || optional) && (
        <p className={styles.badges}>
          {needsSignal && (
            <Badge tone="neutral" icon="signal">
              {t('account.signalBadge')}
            </Badge>
          )}
          {needsPolice && (
            <Badge tone="neutral" icon="person">
              {t('account.policeBadge')}
            </Badge>
          )}
          {optional && (
            <Badge tone="neutral" icon="info">
              {t('account.optionalBadge')}
            </Badge>
          )}
        </p>
      )}
    </div>
  );
}
