/** Đội & máy: let in the phones whose four words agree, see what has not come home, invite, and end a lost phone. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AsOf } from '../../ui/as-of.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './administration.module.css';
import { arrangeDevices, type DeviceEntry, hasKeptWork } from './arrange-devices.ts';
import { AuthorisationPart } from './authorisation-part.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { BackupLight } from './backup-light.tsx';
import { DeviceGroup } from './device-group.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { KeptWorkDialog } from './kept-work-dialog.tsx';
import { LossBanner } from './loss-banner.tsx';
import { type AdministrationOffice, type DeviceList, useDevices } from './queries.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useApproval } from './use-approval.ts';
import { WaitingDevices } from './waiting-devices.tsx';

interface AdministrationViewProps {
  readonly work: Work;
  readonly office: AdministrationOffice;
  /** Above everything else. */
  readonly notice: ReactNode;
}

export function AdministrationView(props: AdministrationViewProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <AdministrationPage {...props} />
    </QueryClientProvider>
  );
}

function AdministrationPage({ work, office, notice }: AdministrationViewProps) {
  const { t } = useTranslation();
  const list = useDevices(office, work.now);
  const [isInviting, setIsInviting] = useState(false);
  const { known, fault } = list;
  return (
    <Page width="wide">
      <PageHeading
        overline={work.commune.name}
        help={t('help.teams')}
        title={t('administration.title')}
        trailing={known && <AsOf at={known.at} now={work.now()} isOld={fault !== undefined} />}
      />
      {notice}
      {known && fault && <Banner icon="noSignal">{t('administration.oldList')}</Banner>}
      <Button
        wide
        icon="plus"
        className={styles.invite}
        onClick={() => setIsInviting(true)}
        data-testid="invite-open"
      >
        {t('administration.invite')}
      </Button>
      {known ? <Devices {...{ work, office, list, known }} /> : <NoList list={list} />}
      {isInviting && <InviteDialog office={office} onClose={() => setIsInviting(false)} />}
    </Page>
  );
}

interface DevicesProps extends Omit<AdministrationViewProps, 'notice'> {
  readonly list: DeviceList;
  readonly known: NonNullable<DeviceList['known']>;
}

function Devices({ work, office, list, known }: DevicesProps) {
  const { t } = useTranslation();
  const [revoking, setRevoking] = useState<DeviceEntry>();
  const [taking, setTaking] = useState<DeviceEntry>();
  const approval = useApproval(office, list.askAgain);
  const { at = known.at, devices, backup } = known.reply;
  const groups = arrangeDevices(devices, at);
  const isEmpty = devices.every(({ device }) => device === work.device);
  // What an ended phone has sent since is nobody's before the office says a word: it stands where it is seen.
  const waitsForWord = groups.revoked.some(hasKeptWork);
  const revoked = (
    <DeviceGroup entries={groups.revoked} standing="revoked" own={work.device} onTake={setTaking} />
  );
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <WaitingDevices entries={groups.waiting} approval={approval} onRefuse={setRevoking} />
        {waitsForWord && revoked}
        <LossBanner groups={groups} />
        <BackupLight backup={backup} />
        <AuthorisationPart work={work} office={office} />
        <CalendarPart work={work} office={office} />
      </div>
      <div className={styles.column}>
        {isEmpty && (
          <EmptyState icon="phone" title={t('administration.empty')}>
            {t('administration.emptyHint')}
          </EmptyState>
        )}
        <DeviceGroup entries={groups.approved} standing="approved" own={work.device} onRevoke={setRevoking} />
        {!waitsForWord && revoked}
      </div>
      {revoking && (
        <RevokeDialog
          entry={revoking}
          office={office}
          onClose={() => setRevoking(undefined)}
          onDone={list.askAgain}
        />
      )}
      {taking && (
        <KeptWorkDialog
          entry={taking}
          office={office}
          onClose={() => setTaking(undefined)}
          onDone={list.askAgain}
        />
      )}
    </div>
  );
}

function NoList({ list }: { readonly list: DeviceList }) {
  const { t } = useTranslation();
  if (list.isAsking) return <p role="status">{t('shell.opening')}</p>;
  const refusal = list.fault?.refusal;
  return (
    <EmptyState
      icon="noSignal"
      title={t('administration.noList')}
      actions={
        <Button variant="secondary" onClick={list.askAgain}>
          {t('shell.action.retry')}
        </Button>
      }
    >
      {refusal ? t(`errors.${refusal.error}`) : t('administration.noListHint')}
    </EmptyState>
  );
}
