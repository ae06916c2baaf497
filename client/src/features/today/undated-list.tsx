/** Accounts with something left to do and no day for it: with whom, what, and the way to go on or to agree a day. */
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { findHref } from './list-today.ts';
import { findContact } from './name-work.ts';

/** What is left of a set-up, in a few words; said by whoever knows the steps. */
export type DescribeLeft = (setup: RecordView) => string;

interface UndatedProps {
  readonly work: Work;
  readonly setups: readonly RecordView[];
  readonly describe: DescribeLeft;
  /** How many are shown before the list of all of them is led to. */
  readonly most?: number;
}

export function Undated({ work, setups, describe, most = setups.length }: UndatedProps) {
  const translator = useTranslation();
  const { t } = translator;
  if (setups.length === 0) return null;
  return (
    <Section title={t('today.undated', { count: setups.length })}>
      <List>
        {setups.slice(0, most).map((view) => {
          const { name } = findContact(work, view, translator);
          return (
            <ListRow
              key={view.record}
              leading={<Initials name={name} />}
              title={name}
              subtitle={describe(view)}
              href={findHref({ type: 'account', view })}
            />
          );
        })}
      </List>
      {setups.length > most && (
        <LinkButton href="/hen" variant="secondary">
          {t('today.undatedAll', { count: setups.length })}
        </LinkButton>
      )}
    </Section>
  );
}
