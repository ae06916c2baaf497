/** The end of the guide: what is left to do, said aloud, and what was done by whom. */
import type { ReactNode } from 'react';
import type { SetupFacts } from '../../custody/read-setup.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { listFollowUps } from './guide-way.ts';
import type { Passage } from './use-guide.ts';

interface GuideEndProps {
  readonly citizenId: string;
  readonly passed: readonly Passage[];
  readonly setup: SetupFacts | undefined;
  readonly mayReferToPolice: boolean;
  /** PoliceDay: where the police are among what is left. */
  readonly askPoliceDay: ReactNode;
  /** FollowUpDay: when the rest is gone on with. */
  readonly askDay: ReactNode;
}

export function GuideEnd({ citizenId, passed, setup, ...left }: GuideEndProps) {
  const { t, language } = useTranslation();
  return (
    <>
      <h2>{t('account.endTitle')}</h2>
      <StillToDo passed={passed} {...left} />
      <LinkButton href={`/nguoi-dan/${citizenId}/phieu`} variant="secondary" icon="print">
        {t('slips.open')}
      </LinkButton>
      <Section title={t('account.endPassed')}>
        <List>
          {passed.map(({ step, outcome }) => {
            const actor = setup?.actors[step.id];
            return (
              <ListRow
                key={step.id}
                title={outcome.label[language]}
                subtitle={[step.question[language], actor && t(`frame.actor.${actor}`)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            );
          })}
        </List>
      </Section>
    </>
  );
}

function StillToDo({
  passed,
  mayReferToPolice,
  askPoliceDay,
  askDay,
}: Omit<GuideEndProps, 'citizenId' | 'setup'>) {
  const { t, language } = useTranslation();
  const outcomes = passed.map(({ outcome }) => outcome);
  const left = listFollowUps(outcomes);
  if (left.length === 0) return <Banner tone="good">{t('account.endNothing')}</Banner>;
  const errands = new Set(outcomes.flatMap(({ errand }) => errand ?? []));
  const police = [
    ...[...errands].map((errand) => t(`account.errand.${errand}`)),
    !mayReferToPolice && t('account.followUp.policeAlone'),
  ];
  const advice = new Set(outcomes.flatMap((outcome) => outcome.advice?.[language] ?? []));
  return (
    <Section title={t('account.endNext')}>
      <List>
        {left.map((one) => (
          <ListRow
            key={one}
            title={t(`account.followUp.${one}`)}
            subtitle={one === 'police' && police.filter(Boolean).join(' · ')}
          />
        ))}
      </List>
      {[...advice].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {left.includes('police') && askPoliceDay}
      {askDay}
    </Section>
  );
}
