/** Tells the account guide which session is going on: two features that know nothing of each other. */
import type { Work } from '../custody/work.ts';
import { AccountView } from '../features/account-setup/account-view.tsx';

interface AccountScreenProps {
  readonly work: Work;
  readonly citizenId: string;
}

export function AccountScreen({ work, citizenId }: AccountScreenProps) {
  const session = work.store
    .listRecords('session')
    .find(({ values }) => values['openedAt'] !== undefined && values['closedAt'] === undefined);
  return <AccountView work={work} citizenId={citizenId} session={session?.record} />;
}
