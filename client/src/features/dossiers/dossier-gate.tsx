/** Opens a dossier for a screen, or says in words why it cannot be opened. Shows nothing of it. */
import { type ReactNode, useLayoutEffect } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { type OpenDossier, useDossier } from './queries.ts';

interface DossierGateProps {
  readonly work: Work;
  readonly record: RecordId;
  readonly children: (open: OpenDossier) => ReactNode;
}

export function DossierGate({ work, record, children }: DossierGateProps) {
  const { t } = useTranslation();
  const found = useDossier(work, record);
  // Before a screen scrolls to what was asked for; the screen before may have been scrolled far down.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  if (typeof found !== 'string') return children(found);
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
