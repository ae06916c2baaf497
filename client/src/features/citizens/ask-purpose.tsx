/** Asks for a yes to one purpose where it turns out to be wanted: in its own words, read aloud, and nothing is taken for granted. */
import { currentConsentVersion, findConsentText } from '#data/consent-texts';
import type { RecordId } from '#shared/ids';
import type { ConsentPurpose } from '#shared/model/citizen';
import { fillConsentText, serializeConsentText } from '#shared/rules/consent-text';
import { type ReactNode, useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { recordConsent } from './actions.ts';

interface AskPurposeProps {
  readonly work: Work;
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
  readonly purpose: ConsentPurpose;
  /** Without `decline` the question stays where it is. */
  readonly words: { readonly title: string; readonly agree: string; readonly decline?: string };
  readonly testId: string;
  readonly onAgreed?: () => void;
  /** Said before the words that are read aloud. */
  readonly children?: ReactNode;
}

export function AskPurpose(props: AskPurposeProps) {
  const { work, citizen, session, words, testId, onAgreed, children } = props;
  const { t, language } = useTranslation();
  const [isDeclined, setDeclined] = useState(false);
  const text = findConsentText(currentConsentVersion);
  const purpose = text?.purposes.find(({ id }) => id === props.purpose);
  if (isDeclined || !text || !purpose) return null;
  const agree = async () => {
    const at = work.now();
    const textHash = await work.hashText(serializeConsentText(text));
    const given = { purposes: [purpose.id], method: 'spoken', witness: '', textHash, language, at } as const;
    recordConsent(work, { citizen, session }, { ...given, textVersion: text.version });
    onAgreed?.();
  };
  return (
    <Banner
      live
      title={words.title}
      actions={
        <>
          <Button variant="secondary" icon="check" onClick={() => void agree()} data-testid={`${testId}-yes`}>
            {words.agree}
          </Button>
          {words.decline !== undefined && (
            <Button variant="quiet" onClick={() => setDeclined(true)} data-testid={`${testId}-no`}>
              {words.decline}
            </Button>
          )}
        </>
      }
    >
      {children}
      {fillConsentText(text.sentence[language], {
        helper: work.member.name,
        hamlet: work.member.hamlet ?? work.commune.name,
        purpose: purpose.spoken[language],
        phone: work.commune.phone ?? t('consent.oneStopDesk'),
      })}
    </Banner>
  );
}
