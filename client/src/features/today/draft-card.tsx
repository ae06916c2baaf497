/** What was begun and not finished: the last one to go on with in one tap, the others under it. */
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { type BegunItem, findHref } from './list-today.ts';
import { findContact } from './name-work.ts';
import styles from './today.module.css';

/** What it is and how far it is, in a few words; said by whoever knows forms and steps. */
export type DescribeBegun = (item: BegunItem) => string;

interface BegunProps {
  readonly work: Work;
  readonly items: readonly BegunItem[];
  readonly describe: DescribeBegun;
}

export function Begun({ work, items, describe }: BegunProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [last, ...others] = items;
  if (!last) return null;
  return (
    <Section title={t('today.unfinished')}>
      <Card tone="tint">
        <div className={styles.draft}>
          <p className={styles.name}>{findContact(work, last.view, translator).name}</p>
          <p>{describe(last)}</p>
        </div>
        <LinkButton href={findHref(last)}>{t('shell.action.continue')}</LinkButton>
      </Card>
      {others.length > 0 && (
        <List>
          {others.map((item) => {
            const { name } = findContact(work, item.view, translator);
            return (
              <ListRow
                key={item.view.record}
                leading={<Initials name={name} />}
                title={name}
                subtitle={describe(item)}
                href={findHref(item)}
              />
            );
          })}
        </List>
      )}
    </Section>
  );
}
