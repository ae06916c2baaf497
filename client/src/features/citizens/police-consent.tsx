/** Asks, when the police turn out to be the next step, whether they may be told: its own yes, in its own words. */
import { currentConsentVersion, findConsentText } from '#data/consent-texts';
import type { RecordId } from '#shared/ids';
import { fillConsentText, serializeConsentText } from '#shared/rules/consent-text';
import { useState } from 'react';
import { keepReferral } from '../../custody/keep-referral.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { recordConsent } from './actions.ts';
import { useConsents } from './queries.ts';

interface PoliceConsentProps {
  readonly work: Work;
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
}

export function PoliceConsent({ work, citizen, session }: PoliceConsentProps) {
  const { t, language } = useTranslation();
  const [isDeclined, setDeclined] = useState(false);
  const consents = useConsents(work, citizen);
  const isGiven = consents.some(
    ({ purposes, withdrawnAt }) => withdrawnAt === undefined && purposes.includes('policeReferral'),
  );
  const text = findConsentText(currentConsentVersion);
  const purpose = text?.purposes.find(({ id }) => id === 'policeReferral');
  if (isGiven || isDeclined || !text || !purpose) return null;
  const agree = async () => {
    const at = work.now();
    const textHash = await work.hashText(serializeConsentText(text));
    const consent = {
      purposes: [purpose.id],
      method: 'spoken',
      witness: '',
      textHash,
      language,
      at,
    } as const;
    recordConsent(work, { citizen, session }, { ...consent, textVersion: text.version });
    keepReferral(work, citizen);
  };
  return (
    <Banner
      live
      title={t('consent.policeTitle')}
      actions={
        <>
          <Button variant="secondary" icon="check" onClick={() => void agree()} data-testid="police-yes">
            {t('consent.policeAgree')}
          </Button>
          <Button variant="quiet" onClick={() => setDeclined(true)} data-testid="police-no">
            {t('consent.policeAlone')}
          </Button>
        </>
      }
    >
      {fillConsentText(text.sentence[language], {
        helper: work.member.name,
        hamlet: work.member.hamlet ?? work.commune.name,
        purpose: purpose.spoken[language],
        phone: work.commune.phone ?? t('consent.oneStopDesk'),
      })}
    </Banner>
  );
}
