/** Every yes of a person in words, with the way to take it back. */
import { findConsentText } from '#data/consent-texts';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { restoreConsent, withdrawConsent } from './actions.ts';
import { useConsents } from './queries.ts';
import type { ConsentFacts } from './read-consent.ts';

interface ConsentListProps {
  readonly work: Work;
  readonly citizen: RecordId;
}

export function ConsentList({ work, citizen }: ConsentListProps) {
  const { t } = useTranslation();
  const consents = useConsents(work, citizen);
  return (
    <Section title={t('citizens.consents')}>
      {consents.length === 0 ? (
        <p>{t('citizens.noConsent')}</p>
      ) : (
        <List>
          {consents.map((consent) => (
            <ConsentRow key={consent.record} work={work} consent={consent} />
          ))}
        </List>
      )}
    </Section>
  );
}

function ConsentRow({ work, consent }: { readonly work: Work; readonly consent: ConsentFacts }) {
  const translator = useTranslation();
  const { t } = translator;
  const { record, at, withdrawnAt } = consent;
  const day = formatDay(dayOfInstant(at));
  const withdraw = async () => {
    // Where the disk refuses, the bar above says so, and it is tried again by itself.
    if (!(await withdrawConsent(work, record)).ok) return;
    showNotice({
      text: t('citizens.withdrawn'),
      action: { label: t('shell.action.undo'), onPress: () => restoreConsent(work, record) },
    });
  };
  return (
    <ListRow
      title={listPurposeWords(consent, translator).join(' · ')}
      subtitle={t('citizens.consentAt', { day, method: describeMethod(consent, translator) })}
      trailing={
        withdrawnAt !== undefined && (
          <Badge tone="attention">
            {t('citizens.consentWithdrawn', { day: formatDay(dayOfInstant(withdrawnAt)) })}
          </Badge>
        )
      }
      actions={
        withdrawnAt === undefined && (
          <Button
            variant="quiet"
            aria-label={t('citizens.withdrawNamed', { day })}
            onClick={() => void withdraw()}
            data-testid="consent-withdraw"
          >
            {t('citizens.withdraw')}
          </Button>
        )
      }
    />
  );
}

/** In the words that were read to them: an old yes is shown by its own version. */
function listPurposeWords({ purposes, textVersion }: ConsentFacts, { language }: Translator): string[] {
  const text = findConsentText(textVersion);
  return purposes.map((id) => text?.purposes.find((one) => one.id === id)?.label[language] ?? id);
}

function describeMethod({ method, textVersion }: ConsentFacts, { language }: Translator): string {
  const answers = findConsentText(textVersion)?.answers;
  return answers?.find((answer) => answer.id === method)?.label[language] ?? '';
}
