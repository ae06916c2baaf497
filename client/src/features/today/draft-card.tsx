/** What was begun and not finished: the last one to go on with in one tap, the others under it. */
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { findContact, nameProcedure } from './name-work.ts';
import styles from './today.module.css';

/** What a draft still lacks, in a few words; said by whoever knows forms. */
export type DescribeLacks = (dossier: RecordView) => string | undefined;

interface DraftsProps {
  readonly work: Work;
  readonly drafts: readonly RecordView[];
  readonly describeLacks: DescribeLacks;
}

export function Drafts({ work, drafts, describeLacks }: DraftsProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [last, ...others] = drafts;
  if (!last) return null;
  const describe = (view: RecordView) => {
    const words = [nameProcedure(view, translator), describeLacks(view)];
    return words.filter(Boolean).join(' · ');
  };
  return (
    <Section title={t('today.unfinished')}>
      <Card tone="tint">
        <div className={styles.draft}>
          <p className={styles.name}>{findContact(work, last, translator).name}</p>
          <p>{describe(last)}</p>
        </div>
        <LinkButton href={`/ho-so/${last.record}`}>{t('shell.action.continue')}</LinkButton>
      </Card>
      {others.length > 0 && (
        <List>
          {others.map((view) => {
            const { name } = findContact(work, view, translator);
            return (
              <ListRow
                key={view.record}
                leading={<Initials name={name} />}
                title={name}
                subtitle={describe(view)}
                href={`/ho-so/${view.record}`}
              />
            );
          })}
        </List>
      )}
    </Section>
  );
}
