/** Hangs on a person what other features know of them: features that know nothing of each other. */
import type { Work } from '../custody/work.ts';
import { AccountLine } from '../features/account-setup/account-line.tsx';
import { PeopleView } from '../features/citizens/people-view.tsx';
import { CitizenDossiers } from '../features/dossiers/citizen-dossiers.tsx';

interface PeopleScreenProps {
  readonly work: Work;
  readonly citizenId: string | undefined;
}

export function PeopleScreen({ work, citizenId }: PeopleScreenProps) {
  return (
    <PeopleView
      work={work}
      citizenId={citizenId}
      showAccount={(citizen) => <AccountLine work={work} citizen={citizen} />}
      showDossiers={(citizen) => <CitizenDossiers work={work} citizen={citizen} />}
    />
  );
}
