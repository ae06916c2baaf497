/** On a person's page: what came of their wish that the police be told. Nothing where nobody is to be told. */
import type { RecordId } from '#shared/ids';
import type { HandedOver, PoliceErrand } from '#shared/model/police-referral';
import { listPersonRecords } from '#shared/rules/same-record';
import { isForPolice } from '../../custody/keep-referral.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';

interface ReferralLineProps {
  readonly work: Work;
  readonly citizen: RecordId;
}

export function ReferralLine({ work, citizen }: ReferralLineProps) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const own = listPersonRecords(work.store.listRecords('citizen'), citizen);
  return work.store
    .listRecords('consent')
    .filter(({ values }) => own.has(String(values['citizen'])))
    .map((consent) => {
      const referral = work.store.findRecord(consent.values['referral'] as RecordId);
      if (!referral) return null;
      const { errands = [], handedOver } = readReferral(referral);
      const key = referral.record;
      if (!isForPolice(consent)) return handedOver && <TakenBack key={key} work={work} />;
      if (errands.length === 0) return null;
      return (
        <Banner
          key={key}
          tone={isHandedOver(referral) ? 'good' : 'info'}
          title={t('citizens.referral.title')}
        >
          {describeState(work, referral, translator)}
        </Banner>
      );
    });
}

/** The office has crossed the name off by itself; the paper that went to the police has not. */
function TakenBack({ work }: { readonly work: Work }) {
  const { t } = useTranslation();
  const { phone } = work.commune;
  return (
    <Banner tone="attention" title={t('citizens.referral.takenBack')}>
      {phone === null ? t('citizens.referral.tellOffice') : t('citizens.referral.callOffice', { phone })}
    </Banner>
  );
}

interface ReferralFacts {
  readonly errands?: readonly PoliceErrand[];
  readonly day?: string;
  readonly handedOver?: HandedOver;
}

function readReferral({ values }: RecordView): ReferralFacts {
  return values as ReferralFacts;
}

/** The police have the name, and the day as it is now. */
function isHandedOver(referral: RecordView): boolean {
  const { day, handedOver } = readReferral(referral);
  return handedOver !== undefined && handedOver.day === day;
}

function describeState(work: Work, referral: RecordView, { t }: Translator): string {
  const { day, handedOver } = readReferral(referral);
  const today = dayOfInstant(work.now());
  const when =
    day === undefined
      ? t('citizens.referral.noDay')
      : t('citizens.referral.day', { day: formatShortDay(day, today) });
  if (handedOver && isHandedOver(referral)) {
    const { at, by } = handedOver;
    const since = formatShortDay(dayOfInstant(at), today);
    return `${t('citizens.referral.handedOver', { day: since, name: by })} ${when}`;
  }
  const isThere = work.readCustody(referral.record).transport === 'atServer';
  return `${t(isThere ? 'citizens.referral.listed' : 'citizens.referral.waits')} ${when}`;
}
