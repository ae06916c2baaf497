/** People and, beside them on a laptop, the one who was chosen. What hangs on a person from elsewhere is handed in. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { PeopleList } from './people-list.tsx';
import { PersonDetail } from './person-detail.tsx';

interface PeopleViewProps {
  readonly work: Work;
  /** Of the address; undefined for the list alone. */
  readonly citizenId?: string | undefined;
  /** Where the account of a person is, drawn by whoever knows its steps. */
  readonly showAccount?: ((citizen: RecordId) => ReactNode) | undefined;
  /** The dossiers of a person, drawn by whoever knows dossiers. */
  readonly showDossiers?: ((citizen: RecordId) => ReactNode) | undefined;
}

export function PeopleView({ work, citizenId, showAccount, showDossiers }: PeopleViewProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const citizen = citizenId as RecordId | undefined;
  return (
    <Page width="wide">
      <SplitView
        list={<PeopleList work={work} current={citizen} />}
        detail={
          citizen && (
            <PersonDetail
              key={citizen}
              work={work}
              citizen={citizen}
              account={showAccount?.(citizen)}
              dossiers={showDossiers?.(citizen)}
            />
          )
        }
        placeholder={<EmptyState icon="person" title={t('citizens.chooseSomebody')} />}
        detailLabel={t('citizens.personDetail')}
      />
    </Page>
  );
}
