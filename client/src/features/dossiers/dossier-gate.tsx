/** Opens a dossier for a screen, or says in words why it cannot be opened. Shows nothing of it. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import { isPastStopping, mayGoOn } from '#shared/rules/consent-standing';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type OpenDossier, useDossier } from './queries.ts';

interface DossierGateProps {
  readonly work: Work;
  readonly record: RecordId;
  readonly children: (open: OpenDossier) => ReactNode;
}

export function DossierGate({ work, record, children }: DossierGateProps) {
  const { t } = useTranslation();
  const found = useDossier(work, record);
  useSnapshot(work.store, () => work.store.listRecords('consent'));
  if (typeof found !== 'string') {
    const { dossier } = found;
    const isNumbered = isPastStopping(dossier.lodging) || dossier.recordedNumber !== undefined;
    const standing = isNumbered ? 'given' : findPrepareStanding(work.store, dossier.citizen);
    if (mayGoOn(standing)) return children(found);
    return <StoppedDossier open={found} reason={standing === 'withdrawn' ? 'withdrawn' : 'notAsked'} />;
  }
  return (
    <Page>
      <EmptyState
        icon="doc"
        title={t(`dossiers.${found}.title`)}
        actions={<LinkButton href="/nguoi-dan">{t('dossiers.gone.find')}</LinkButton>}
      >
        {t(`dossiers.${found}.text`)}
      </EmptyState>
    </Page>
  );
}

interface StoppedDossierProps {
  readonly open: OpenDossier;
  readonly reason: 'withdrawn' | 'notAsked';
}

/** Nothing of it is thrown away: with a new yes it goes on where it was. */
function StoppedDossier({ open: { dossier, name, procedure }, reason }: StoppedDossierProps) {
  const { t, language } = useTranslation();
  const personHref = `/nguoi-dan/${dossier.citizen ?? ''}`;
  return (
    <Page>
      <TopBar
        title={name}
        subtitle={procedure.name[language]}
        backHref={personHref}
        backLabel={t('shell.action.back')}
      />
      <EmptyState
        icon="lock"
        title={t(`dossiers.stopped.${reason}`)}
        actions={<LinkButton href={personHref}>{t('dossiers.stopped.ask')}</LinkButton>}
      >
        {t('dossiers.stopped.text')}
      </EmptyState>
    </Page>
  );
}
