/** The question that comes before any name: what is read aloud, what the person agrees to, how they answered. */
import { currentConsentVersion, findConsentText } from '#data/consent-texts';
import type { ConsentPurpose } from '#shared/model/citizen';
import { type ConsentText, serializeConsentText } from '#shared/rules/consent-text';
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { CheckRow } from '../../ui/check-row.tsx';
import { Page } from '../../ui/page.tsx';
import type { GivenConsent } from './actions.ts';
import { ConsentAnswer } from './consent-answer.tsx';
import { ConsentReading } from './consent-reading.tsx';
import type { ConsentMethod } from './read-consent.ts';

/** What the question needs to know: an open book has it all, a locked one only what stands in clear. */
export interface ConsentWork extends Pick<Work, 'now' | 'hashText'> {
  readonly member: Pick<Work['member'], 'name' | 'hamlet'>;
  readonly commune: Pick<Work['commune'], 'name' | 'phone'>;
  readonly authorisations: readonly unknown[];
}

interface ConsentStepProps {
  readonly work: ConsentWork;
  readonly heading: React.ReactNode;
  readonly hamlet: string | undefined;
  readonly wasReadToRoom: boolean;
  readonly onAgree: (given: GivenConsent) => void;
  readonly onDecline: () => void;
}

export function ConsentStep({ work, heading, hamlet, wasReadToRoom, onAgree, onDecline }: ConsentStepProps) {
  const { t, language } = useTranslation();
  const [purposes, setPurposes] = useState<readonly ConsentPurpose[]>([]);
  const [method, setMethod] = useState<ConsentMethod>('spoken');
  const [witness, setWitness] = useState('');
  const text = getText();
  const offered = listOffered(text, work);
  const isWitnessed = method !== 'relative' || witness.trim() !== '';
  const canAgree = purposes.length > 0 && isWitnessed;
  const toggle = (id: ConsentPurpose) => (isOn: boolean) =>
    setPurposes(offered.map((one) => one.id).filter((one) => (one === id ? isOn : purposes.includes(one))));
  const agree = async () => {
    const at = work.now();
    const textHash = await work.hashText(serializeConsentText(text));
    onAgree({ purposes, method, witness, textVersion: text.version, textHash, language, at });
  };
  return (
    <Page
      actions={
        <>
          <Button variant="secondary" onClick={onDecline} data-testid="consent-no">
            {t('consent.notNow')}
          </Button>
          <Button icon="check" disabled={!canAgree} onClick={() => void agree()} data-testid="consent-yes">
            {t('consent.agree')}
          </Button>
        </>
      }
    >
      {heading}
      <ConsentReading
        text={text}
        isFolded={wasReadToRoom}
        blanks={{
          helper: work.member.name,
          hamlet: hamlet ?? work.member.hamlet ?? work.commune.name,
          purpose: joinSpoken(text, purposes, language),
          phone: work.commune.phone ?? t('consent.oneStopDesk'),
        }}
      />
      <CheckGroup
        legend={t('consent.agreesTo')}
        hint={purposes.length === 0 ? t('consent.agreeHint') : undefined}
      >
        {offered.map(({ id, label }) => (
          <CheckRow key={id} label={label[language]} checked={purposes.includes(id)} onChange={toggle(id)} />
        ))}
      </CheckGroup>
      <ConsentAnswer
        answers={text.answers}
        method={method}
        onMethod={setMethod}
        witness={witness}
        onWitness={setWitness}
      />
      {!isWitnessed && <p>{t('consent.witnessHint')}</p>}
    </Page>
  );
}

function getText(): ConsentText {
  const text = findConsentText(currentConsentVersion);
  if (!text) throw new Error('The current consent text is not shipped.');
  return text;
}

/**
 * Filing for somebody is offered only where the commune has authorised it. Keeping papers for next time is not asked for
 * while nothing takes them up again: a yes that changes nothing must not be asked of anybody.
 */
function listOffered(text: ConsentText, work: ConsentWork): ConsentText['purposes'] {
  return text.purposes.filter(({ id }) => {
    if (id === 'keepPapers') return false;
    return id !== 'authorisedFiling' || work.authorisations.length > 0;
  });
}

/** The sentence names what was ticked; before that, what people mostly come for. */
function joinSpoken(text: ConsentText, purposes: readonly ConsentPurpose[], language: 'vi' | 'en'): string {
  const named = text.purposes.filter(({ id }) => purposes.includes(id));
  const spoken = (named.length > 0 ? named : text.purposes.slice(0, 1)).map((one) => one.spoken[language]);
  return spoken.join('; ');
}
