/** The screens of one dossier and the look-up that begins one. */
import type { ReactNode } from 'react';
import { Route, useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { Work } from '../custody/work.ts';
import { createDossier } from '../features/dossiers/actions.ts';
import { CopyCardView } from '../features/dossiers/copy-card-view.tsx';
import { DossierView } from '../features/dossiers/dossier-view.tsx';
import { FormView } from '../features/dossiers/form-view.tsx';
import { RouteView } from '../features/dossiers/route-view.tsx';
import { LodgingFolderPart } from '../features/lodging-folder/lodging-folder-part.tsx';
import { LookupView } from '../features/lookup/lookup-view.tsx';
import { OldSessionNotice } from '../features/outreach-sessions/old-session-notice.tsx';
import { useSessionDoor } from '../features/outreach-sessions/use-session-door.ts';
import { lodgingFolder } from './lodging.ts';
import { DOSSIERS_PATH } from './paths.ts';

export function LookupScreen({ work }: { readonly work: Work }) {
  const [, navigate] = useLocation();
  const session = useSessionDoor(work, undefined)?.session;
  return (
    <LookupView
      work={work}
      notice={<OldSessionNotice work={work} session={session} />}
      onStart={(start) => navigate(`${DOSSIERS_PATH}/${createDossier(work, start)}`)}
    />
  );
}

/** An array, since a Switch looks only at its own children. */
export function listDossierRoutes(work: Work): ReactNode[] {
  const screens = [
    ['', DossierView],
    ['/thong-tin', FormView],
    ['/ai-nop', RouteView],
  ] as const;
  const copyCard = (
    <Route key="the-chep" path={`${DOSSIERS_PATH}/:id/the-chep`}>
      {({ id }: { id: string }) => (
        <CopyCardView
          key={id}
          work={work}
          record={id as RecordId}
          onDone={() => void lodgingFolder.empty()}
          showFolder={(dossier) => <LodgingFolderPart work={work} folder={lodgingFolder} dossier={dossier} />}
        />
      )}
    </Route>
  );
  const others = screens.map(([tail, Screen]) => (
    <Route key={tail} path={`${DOSSIERS_PATH}/:id${tail}`}>
      {({ id }: { id: string }) => <Screen key={id} work={work} record={id as RecordId} />}
    </Route>
  ));
  return [...others, copyCard];
}
