/** One person: how to reach them, what may be begun for them, what is held about them and under which yes. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import { mayGoOn } from '#shared/rules/consent-standing';
import { describeRecords } from '../../custody/describe-records.ts';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import { findUnfinished } from '../../custody/list-unfinished.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { finishPerson } from './actions.ts';
import styles from './citizens.module.css';
import { ConsentList } from './consent-list.tsx';
import { HeldFacts } from './held-facts.tsx';
import { findChosenRecord, JoinedRecords } from './joined-records.tsx';
import { readRecordIntoDraft } from './person-draft.ts';
import { PrepareConsent } from './prepare-consent.tsx';
import { useConsents, usePerson } from './queries.ts';
import { ReferralLine } from './referral-line.tsx';

interface PersonDetailProps {
  readonly work: Work;
  readonly citizen: RecordId;
  readonly account: ReactNode;
  readonly dossiers: ReactNode;
}

export function PersonDetail({ work, citizen, ...parts }: PersonDetailProps) {
  const person = usePerson(work, citizen);
  if (!person) return <MissingPerson />;
  return <KnownPerson work={work} person={person} {...parts} />;
}

interface KnownPersonProps {
  readonly work: Work;
  readonly person: RecordView;
  readonly account: ReactNode;
  readonly dossiers: ReactNode;
}

function KnownPerson({ work, person, account, dossiers }: KnownPersonProps) {
  const { t } = useTranslation();
  const citizen = person.record;
  useOnLeave(() => finishPerson(work, citizen));
  const { fullName, born, sex, hamlet } = readRecordIntoDraft(person.values);
  const unfinished = findUnfinished(work, citizen);
  return (
    <>
      <TopBar
        help={t('help.person')}
        title={fullName || t('citizens.unnamed')}
        subtitle={[born, sex && t(`citizens.${sex}`), hamlet].filter(Boolean).join(' · ')}
        backHref="/nguoi-dan"
        backLabel={t('citizens.toList')}
      />
      {unfinished ? <UnfinishedBanner href={unfinished.href} /> : <Standing work={work} person={person} />}
      {account}
      <ReferralLine work={work} citizen={citizen} />
      {dossiers}
      <HeldFacts work={work} person={person} />
      {!unfinished && <ConsentList work={work} citizen={citizen} />}
    </>
  );
}

/** Where they are, and what may be begun for them. */
function Standing({ work, person }: Pick<KnownPersonProps, 'work' | 'person'>) {
  const translator = useTranslation();
  const { t } = translator;
  const citizen = person.record;
  const consents = useConsents(work, citizen).map((consent) => consent.record);
  const words = describeRecords(work, [citizen, ...consents], translator);
  return (
    <>
      <CustodyDots
        level={words.level}
        tone={words.tone}
        label={[words.transport, words.note].filter(Boolean).join('. ')}
        showLabel
      />
      <JoinedRecords work={work} person={person} />
      <PrepareConsent work={work} citizen={citizen} session={undefined} />
      <div className={styles.row}>
        {mayGoOn(findPrepareStanding(work.store, citizen)) && (
          <>
            <LinkButton href={`/nguoi-dan/${citizen}/tai-khoan`} icon="phone">
              {t('citizens.account')}
            </LinkButton>
            <LinkButton
              href={`/tra-cuu?nguoi=${findChosenRecord(work, citizen)}`}
              variant="secondary"
              icon="doc"
            >
              {t('citizens.newDossier')}
            </LinkButton>
          </>
        )}
        <LinkButton href={`/nguoi-dan/${citizen}/phieu`} variant="secondary" icon="print">
          {t('slips.open')}
        </LinkButton>
      </div>
    </>
  );
}

/** Nothing is begun for somebody of whom the commune may never hear; they refuse on the screen where they are gone on with. */
function UnfinishedBanner({ href }: { readonly href: string }) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="attention"
      title={t('citizens.unfinished')}
      actions={<LinkButton href={href}>{t('citizens.goOn')}</LinkButton>}
    >
      {t('citizens.unfinishedText')}
    </Banner>
  );
}

function MissingPerson() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon="search"
      title={t('citizens.missing')}
      actions={<LinkButton href="/nguoi-dan">{t('citizens.toList')}</LinkButton>}
    >
      {t('citizens.missingText')}
    </EmptyState>
  );
}
