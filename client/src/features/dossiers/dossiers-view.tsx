/** All dossiers of the team, filtered by where they stand, with the chosen one beside them on a laptop. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { ChoiceChips } from '../../ui/chips.tsx';
import { DossierSummary } from './dossier-summary.tsx';
import { byPlaceAndName, type DossierPlace, dossierPlaces, findPlace } from './group-dossiers.ts';

interface DossiersViewProps {
  readonly work: Work;
}

export function DossiersView({ work }: DossiersViewProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const [search] = useSearchParams();
  const shown = search.get('xem') as RecordId | null;
  const entries = listEntries(work);
  return (
    <Page width="wide">
      <SplitView
        list={
          <>
            <PageHeading help={t('help.dossiers')} title={t('dossiers.title')} />
            {entries.length === 0 ? (
              <EmptyState icon="doc" title={t('dossiers.list.empty')}>
                {t('dossiers.list.emptyText')}
              </EmptyState>
            ) : (
              <DossierList entries={entries} shown={shown} />
            )}
          </>
        }
        detail={shown === null ? undefined : <DossierSummary key={shown} work={work} record={shown} />}
        placeholder={<EmptyState icon="doc" title={t('dossiers.list.choose')} />}
        detailLabel={t('dossiers.list.detail')}
      />
    </Page>
  );
}

interface DossierEntry {
  readonly view: RecordView;
  readonly name: string;
  readonly place: DossierPlace;
}

function listEntries({ store }: Work): DossierEntry[] {
  return store
    .listRecords('dossier')
    .map((view) => {
      const citizen = store.findRecord(view.values['citizen'] as RecordId);
      const name = citizen?.values['fullName'];
      return { view, name: typeof name === 'string' ? name : '', place: findPlace(view.values) };
    })
    .sort(byPlaceAndName);
}

const ALL = 'all';
const FILTERS: readonly (DossierPlace | typeof ALL)[] = [ALL, ...dossierPlaces];

interface DossierListProps {
  readonly entries: readonly DossierEntry[];
  readonly shown: RecordId | null;
}

function DossierList({ entries, shown }: DossierListProps) {
  const { t, language } = useTranslation();
  const [filter, setFilter] = useState<DossierPlace | typeof ALL>(ALL);
  const kept = entries.filter(({ place }) => filter === ALL || place === filter);
  const count = (place: DossierPlace) => entries.filter((entry) => entry.place === place).length;
  return (
    <>
      <ChoiceChips
        legend={t('dossiers.list.filter')}
        choices={FILTERS.map((value) => ({
          value,
          label: `${t(`dossiers.list.${value}`)} (${value === ALL ? entries.length : count(value)})`,
        }))}
        value={filter}
        onChange={setFilter}
      />
      {kept.length === 0 && <p role="status">{t('dossiers.list.filterNone')}</p>}
      {kept.length > 0 && (
        <List label={t('dossiers.title')}>
          {kept.map(({ view, name, place }) => (
            <ListRow
              key={view.record}
              leading={<Initials name={name} tone={place === 'mend' ? 'attention' : 'lead'} />}
              title={name || t('citizens.unnamed')}
              subtitle={findProcedure(String(view.values['procedure']))?.name[language]}
              trailing={<span>{t(`dossiers.list.${place}`)}</span>}
              href={`/ho-so?xem=${view.record}`}
              current={view.record === shown}
            />
          ))}
        </List>
      )}
    </>
  );
}
