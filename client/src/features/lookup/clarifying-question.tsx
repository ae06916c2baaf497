/** One more question where everyday words mean several procedures; a meaning that this phone does not have says so. */
import { findProcedure } from '#data/procedures';
import type { Clarification } from '#shared/rules/procedure';
import { useTranslation } from '../../i18n/use-translation.ts';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';

interface ClarifyingQuestionProps {
  readonly clarification: Clarification;
  readonly findHref: (code: string) => string;
  readonly chosen: string | undefined;
}

export function ClarifyingQuestion({ clarification, findHref, chosen }: ClarifyingQuestionProps) {
  const { t, language } = useTranslation();
  return (
    <Section title={clarification.question[language]}>
      <List>
        {clarification.meanings.map(({ label, code }) => {
          const procedure = findProcedure(code);
          return (
            <ListRow
              key={code}
              title={<span data-testid={`procedure-${code}`}>{label[language]}</span>}
              subtitle={
                procedure
                  ? procedure.name[language]
                  : `${t('lookup.code', { code })} · ${t('lookup.notHere')}`
              }
              href={procedure && findHref(code)}
              current={code === chosen}
            />
          );
        })}
      </List>
    </Section>
  );
}
