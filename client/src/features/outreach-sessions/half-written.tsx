/** Whoever was begun and left without a number: above the queue, where the next tap goes on with them. */
import type { UnfinishedPerson } from '../../custody/list-unfinished.ts';
import type { RecordView } from '../../custody/record-store.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';

interface HalfWrittenProps {
  readonly people: readonly UnfinishedPerson[];
  readonly citizens: readonly RecordView[];
}

export function HalfWritten({ people, citizens }: HalfWrittenProps) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <Section title={`${t('sessions.halfWritten')} (${people.length})`}>
      <List>
        {people.map(({ citizen, href }) => {
          const fullName = citizens.find(({ record }) => record === citizen)?.values['fullName'];
          const name = typeof fullName === 'string' ? fullName : t('sessions.unnamedYet');
          return (
            <ListRow
              key={citizen}
              leading={<Initials name={name} />}
              title={name}
              subtitle={t('sessions.halfWrittenHint')}
              href={href}
            />
          );
        })}
      </List>
    </Section>
  );
}
