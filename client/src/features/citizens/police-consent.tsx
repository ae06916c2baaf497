/** Asks, when the police turn out to be the next step, whether they may be told: its own yes, in its own words. */
import type { RecordId } from '#shared/ids';
import { keepReferral } from '../../custody/keep-referral.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AskPurpose } from './ask-purpose.tsx';
import { useConsents } from './queries.ts';

interface PoliceConsentProps {
  readonly work: Work;
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
}

export function PoliceConsent({ work, citizen, session }: PoliceConsentProps) {
  const { t } = useTranslation();
  const consents = useConsents(work, citizen);
  const isGiven = consents.some(
    ({ purposes, withdrawnAt }) => withdrawnAt === undefined && purposes.includes('policeReferral'),
  );
  if (isGiven) return null;
  const words = {
    title: t('consent.policeTitle'),
    agree: t('consent.policeAgree'),
    decline: t('consent.policeAlone'),
  };
  return (
    <AskPurpose
      work={work}
      citizen={citizen}
      session={session}
      purpose="policeReferral"
      words={words}
      testId="police"
      onAgreed={() => keepReferral(work, citizen)}
    />
  );
}
