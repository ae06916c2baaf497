/** One procedure in a few lines: what comes out, how long, what it costs, which papers; and for whom it is to be begun. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import type { FormDocument } from '#shared/rules/form-definition';
import type { Procedure } from '#shared/rules/procedure';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useTopInView } from '../../ui/use-top-in-view.ts';
import { describeDueDays } from './describe-due.ts';
import { describeFees } from './describe-fees.ts';
import { describePaper } from './describe-paper.ts';
import { describeTimes } from './describe-time.ts';
import styles from './lookup.module.css';
import { PersonChoice } from './person-choice.tsx';
import { usePeople } from './queries.ts';

export interface Start {
  readonly citizen: RecordId;
  /** The session that this member is at, if any. */
  readonly session: RecordId | undefined;
  readonly procedure: string;
}

interface ProcedureViewProps {
  readonly work: Work;
  readonly procedure: Procedure;
  /** Known already: then only one button is left. */
  readonly citizen: RecordId | undefined;
  /** What is to be known before somebody is chosen. */
  readonly notice: ReactNode;
  readonly onStart: (start: Start) => void;
}

export function ProcedureView({ work, procedure, citizen, notice, onStart }: ProcedureViewProps) {
  const { t, language } = useTranslation();
  const top = useTopInView<HTMLDivElement>(procedure.code);
  const people = usePeople(work);
  const known = people.all.find((person) => person.record === citizen);
  const start = (chosen: RecordId) =>
    onStart({ citizen: chosen, session: people.session, procedure: procedure.code });
  return (
    <>
      <div ref={top} className={styles.top}>
        <TopBar
          help={t('help.procedure')}
          title={procedure.name[language]}
          subtitle={t('lookup.code', { code: procedure.code })}
          backHref={citizen === undefined ? '/tra-cuu' : `/tra-cuu?nguoi=${citizen}`}
          backLabel={t('lookup.back')}
        />
      </div>
      {notice}
      {known && (
        <Button icon="plus" wide onClick={() => start(known.record)} data-testid="dossier-open">
          {t('lookup.startFor', { name: known.name })}
        </Button>
      )}
      {!known && <PersonChoice work={work} people={people} procedure={procedure.code} onChoose={start} />}
      <Facts work={work} procedure={procedure} />
      <Papers procedure={procedure} />
    </>
  );
}

type FactsProps = Pick<ProcedureViewProps, 'work' | 'procedure'>;

function Facts({ work, procedure }: FactsProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const now = work.now();
  const today = dayOfInstant(now);
  const { provinceCode, postAgreement } = work;
  const place = { provinceCode, day: today, takesPost: postAgreement !== null };
  const fees = describeFees(procedure, place, translator);
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact name={t('lookup.result')} lines={[procedure.result[language]]} />
        <Fact name={t('lookup.time')} lines={describeTimes(procedure, translator)} />
        <Fact
          name={t('lookup.due')}
          lines={describeDueDays(procedure, { now, times: work.officeTimes }, translator)}
        />
        <Fact name={t('lookup.fee')} lines={fees.lines} />
        <Fact name={fees.exemptions.heading} lines={fees.exemptions.groups} plainFrom={0} />
        <Fact name={t('lookup.paper')} lines={describePaper(procedure, today, translator)} plainFrom={1} />
      </dl>
      {procedure.unverified.length > 0 && (
        <Badge tone="neutral" icon="info">
          {t('lookup.unverified', { source: procedure.sourceDecision })}
        </Badge>
      )}
    </Card>
  );
}

interface FactProps {
  readonly name: string;
  /** Nothing to say, nothing shown. */
  readonly lines: readonly string[];
  /** From this line on nothing is stressed. */
  readonly plainFrom?: number;
}

function Fact({ name, lines, plainFrom = Infinity }: FactProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      {lines.map((line, at) => (
        <dd key={line} data-plain={at >= plainFrom || undefined}>
          {line}
        </dd>
      ))}
    </>
  );
}

function Papers({ procedure }: { readonly procedure: Procedure }) {
  const { t, language } = useTranslation();
  const { documents } = procedure.form;
  if (documents.length === 0) return <p>{t('lookup.noPapers')}</p>;
  return (
    <Section title={t('lookup.papers')}>
      <List>
        {documents.map((document) => (
          <ListRow
            key={document.id}
            title={document.label[language]}
            subtitle={[document.when, document.note].flatMap((words) => words?.[language] ?? []).join('. ')}
            trailing={
              <Badge tone={document.required ? 'lead' : 'neutral'} icon="doc">
                {t(nameDuty(document))}
              </Badge>
            }
          />
        ))}
      </List>
    </Section>
  );
}

function nameDuty({ required, when }: FormDocument) {
  if (!required) return 'lookup.helpful';
  return when === undefined ? 'lookup.required' : 'lookup.requiredThen';
}
