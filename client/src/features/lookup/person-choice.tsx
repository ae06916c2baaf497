/** For whom: first those at the open session, then everybody by name, with search. Shows no number. */
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { findInitials } from '../../ui/find-initials.ts';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Person, searchPeople } from './list-people.ts';
import { type People, useBegunDossiers } from './queries.ts';

interface PersonChoiceProps {
  readonly work: Work;
  readonly people: People;
  readonly procedure: string;
  readonly onChoose: (citizen: RecordId) => void;
}

/** More names than this are searched for, not scrolled through. */
const SHOWN = 30;

export function PersonChoice({ work, people, procedure, onChoose }: PersonChoiceProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const begun = useBegunDossiers(work, procedure);
  const newPerson = (
    <LinkButton
      variant="secondary"
      icon="plus"
      href={people.session === undefined ? '/nguoi-moi' : `/nguoi-moi?buoi=${people.session}`}
    >
      {t('lookup.newPerson')}
    </LinkButton>
  );
  if (people.all.length === 0)
    return (
      <EmptyState icon="person" title={t('lookup.nobody')} actions={newPerson}>
        {t('lookup.nobodyHint')}
      </EmptyState>
    );
  const present = searchPeople(people.present, query);
  const others = searchPeople(people.all, query).filter((person) => !people.present.includes(person));
  const isNobody = present.length + others.length === 0;
  const rows = { begun, onChoose };
  return (
    <Section title={t('lookup.start')} trailing={newPerson}>
      <p>{t('lookup.startHint')}</p>
      {people.all.length > 5 && (
        <TextField
          type="search"
          label={t('lookup.searchPerson')}
          value={query}
          onChange={setQuery}
          data-testid="person-search"
        />
      )}
      {present.length > 0 && <PersonRows {...rows} label={t('lookup.atSession')} people={present} />}
      {others.length > 0 && (
        <PersonRows {...rows} label={t('lookup.everybody')} people={others.slice(0, SHOWN)} />
      )}
      {others.length > SHOWN && <p>{t('lookup.more', { count: others.length - SHOWN })}</p>}
      {isNobody && <p role="status">{t('lookup.nobodyFound', { text: query })}</p>}
    </Section>
  );
}

interface PersonRowsProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly begun: ReadonlyMap<unknown, RecordId>;
  readonly onChoose: (citizen: RecordId) => void;
}

function PersonRows({ label, people, begun, onChoose }: PersonRowsProps) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{label}</h3>
      <List label={label}>
        {people.map((person) => {
          const dossier = begun.get(person.record);
          return (
            <ListRow
              key={person.record}
              title={<span data-testid={`person-${person.record}`}>{person.name}</span>}
              subtitle={[person.birthYear, person.hamlet].filter(Boolean).join(' · ')}
              leading={<Initials text={findInitials(person.name)} />}
              onClick={() => onChoose(person.record)}
              actions={
                dossier !== undefined && (
                  <LinkButton variant="quiet" icon="edit" href={`/ho-so/${dossier}`}>
                    {t('lookup.goOn')}
                  </LinkButton>
                )
              }
            />
          );
        })}
      </List>
    </>
  );
}
