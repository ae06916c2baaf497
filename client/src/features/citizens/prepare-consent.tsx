/** Of somebody whose yes to preparing does not stand: what stops because of it, and the way to ask again. Else nothing. */
import type { RecordId } from '#shared/ids';
import { mayGoOn } from '#shared/rules/consent-standing';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AskPurpose } from './ask-purpose.tsx';

interface PrepareConsentProps {
  readonly work: Work;
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
}

export function PrepareConsent({ work, citizen, session }: PrepareConsentProps) {
  const { t } = useTranslation();
  const standing = findPrepareStanding(work.store, citizen);
  if (mayGoOn(standing)) return null;
  const words = { title: t('consent.prepareTitle'), agree: t('consent.prepareAgree') };
  return (
    <AskPurpose
      work={work}
      citizen={citizen}
      session={session}
      purpose="prepare"
      words={words}
      testId="prepare"
    >
      <p>{t(standing === 'withdrawn' ? 'consent.prepareWithdrawn' : 'consent.prepareNotAsked')}</p>
    </AskPurpose>
  );
}
