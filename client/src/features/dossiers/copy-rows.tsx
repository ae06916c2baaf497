/** All boxes of the copy card under each other: which are copied, which is next. */
import type { CopyCardRow } from '#shared/rules/fill-form';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';

interface CopyRowsProps {
  readonly rows: readonly CopyCardRow[];
  readonly at: number;
  readonly copied: readonly string[];
  readonly onChoose: (at: number) => void;
}

export function CopyRows({ rows, at, copied, onChoose }: CopyRowsProps) {
  const { t, language } = useTranslation();
  return (
    <Section title={t('dossiers.copy.all')}>
      <List>
        {rows.map((row, place) => (
          <ListRow
            key={row.fieldId}
            title={<span data-testid="copy-row">{row.value}</span>}
            subtitle={row.label[language]}
            current={place === at}
            onClick={() => onChoose(place)}
            trailing={copied.includes(row.fieldId) && <Badge tone="good">{t('dossiers.copy.done')}</Badge>}
          />
        ))}
      </List>
    </Section>
  );
}
