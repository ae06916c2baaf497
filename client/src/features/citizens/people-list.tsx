/** People by hamlet, found by name without marks. */
import { useMemo, useState } from 'react';
import type { RecordId } from '#shared/ids';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows, useGrowth } from '../../ui/growing-list.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { groupByHamlet, type HamletGroup, type PersonEntry, searchGroups } from './arrange-people.ts';
import styles from './citizens.module.css';
import { usePeople } from './queries.ts';

interface PeopleListProps {
  readonly work: Work;
  readonly current: RecordId | undefined;
}

export function PeopleList({ work, current }: PeopleListProps) {
  const { t } = useTranslation();
  const people = usePeople(work);
  const [query, setQuery] = useState('');
  const all = useMemo(() => groupByHamlet(people), [people]);
  const groups = searchGroups(all, query);
  const growth = useGrowth('people');
  return (
    <>
      <PageHeading
        help={t('help.people')}
        title={t('citizens.title')}
        trailing={
          <LinkButton href="/nguoi-moi" variant="secondary" icon="plus">
            {t('citizens.newPerson')}
          </LinkButton>
        }
      />
      {people.length > 0 && (
        <TextField
          type="search"
          label={t('citizens.search')}
          placeholder={t('citizens.searchHint')}
          value={query}
          onChange={setQuery}
          enterKeyHint="search"
          data-testid="people-search"
        />
      )}
      {people.length === 0 && (
        <EmptyState icon="people" title={t('citizens.empty')}>
          {t('citizens.emptyText')}
        </EmptyState>
      )}
      {people.length > 0 && groups.length === 0 && (
        <EmptyState icon="search" title={t('frame.empty.search', { text: query })}>
          {t('frame.empty.searchHint')}
        </EmptyState>
      )}
      <HamletList work={work} groups={groups} limit={growth.limit} current={current} />
      <MoreRows left={count(groups) - growth.limit} growth={growth} />
    </>
  );
}

interface HamletListProps extends PeopleListProps {
  readonly groups: readonly HamletGroup[];
  readonly limit: number;
}

function HamletList({ work, groups, limit, current }: HamletListProps) {
  const { t } = useTranslation();
  return cutGroups(groups, limit).map(({ group, rows }) => (
    <Section
      key={group.hamlet}
      title={group.hamlet || t('citizens.noHamlet')}
      trailing={
        <span className={styles.soft}>{t('citizens.peopleCount', { count: group.people.length })}</span>
      }
    >
      <List>
        {rows.map((person) => (
          <PersonRow key={person.record} work={work} person={person} isCurrent={person.record === current} />
        ))}
      </List>
    </Section>
  ));
}

function count(groups: readonly HamletGroup[]): number {
  return groups.reduce((sum, { people }) => sum + people.length, 0);
}

/** The first `limit` people of all groups; a group of which nobody is among them is not drawn. */
function cutGroups(groups: readonly HamletGroup[], limit: number) {
  let left = limit;
  return groups.flatMap((group) => {
    const rows = group.people.slice(0, Math.max(left, 0));
    left -= group.people.length;
    return rows.length > 0 ? [{ group, rows }] : [];
  });
}

interface PersonRowProps {
  readonly work: Work;
  readonly person: PersonEntry;
  readonly isCurrent: boolean;
}

function PersonRow({ work, person, isCurrent }: PersonRowProps) {
  const translator = useTranslation();
  const words = describeCustody(work.readCustody(person.record), undefined, translator);
  const { record, fullName, birthYear } = person;
  return (
    <ListRow
      href={`/nguoi-dan/${record}`}
      current={isCurrent}
      leading={<Initials name={fullName} />}
      title={<span data-testid="person-open">{fullName || translator.t('citizens.unnamed')}</span>}
      subtitle={birthYear}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
