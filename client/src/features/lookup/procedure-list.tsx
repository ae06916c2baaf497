/** Procedures under each other, each a way to its own page. */
import type { Procedure } from '#shared/rules/procedure';
import { useTranslation } from '../../i18n/use-translation.ts';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { describeTime } from './describe-time.ts';

interface ProcedureListProps {
  readonly title: string;
  readonly procedures: readonly Procedure[];
  readonly findHref: (code: string) => string;
  /** The one that stands beside the list. */
  readonly chosen: string | undefined;
}

export function ProcedureList({ title, procedures, findHref, chosen }: ProcedureListProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  return (
    <Section title={title}>
      <List>
        {procedures.map((procedure) => (
          <ListRow
            key={procedure.code}
            title={<span data-testid={`procedure-${procedure.code}`}>{procedure.name[language]}</span>}
            subtitle={`${t('lookup.code', { code: procedure.code })} · ${describeTime(procedure.processingTime, translator)}`}
            href={findHref(procedure.code)}
            current={procedure.code === chosen}
          />
        ))}
      </List>
    </Section>
  );
}
