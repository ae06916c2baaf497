/** People by hamlet, found by name without marks. */
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { arrangePeople, type PersonEntry } from './arrange-people.ts';
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
  const groups = arrangePeople(people, query);
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
      {groups.map((group) => (
        <Section
          key={group.hamlet}
          title={group.hamlet || t('citizens.noHamlet')}
          trailing={
            <span className={styles.soft}>{t('citizens.peopleCount', { count: group.people.length })}</span>
          }
        >
          <List>
            {group.people.map((person) => (
              <PersonRow
                key={person.record}
                work={work}
                person={person}
                isCurrent={person.record === current}
              />
            ))}
          </List>
        </Section>
      ))}
    </>
  );
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
