/** One procedure in a few lines: what comes out, how long, which papers; and for whom it is to be begun. */
import type { OfficeTimes } from '#data/office-times';
import type { RecordId } from '#shared/ids';
import type { Procedure } from '#shared/rules/procedure';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { describeDue } from './describe-due.ts';
import { describeTime } from './describe-time.ts';
import styles from './lookup.module.css';
import { PersonChoice } from './person-choice.tsx';
import { usePeople } from './queries.ts';

export interface Start {
  readonly citizen: RecordId;
  /** The session that is open today, if any. */
  readonly session: RecordId | undefined;
  readonly procedure: string;
}

interface ProcedureViewProps {
  readonly work: Work;
  readonly procedure: Procedure;
  /** Known already: then only one button is left. */
  readonly citizen: RecordId | undefined;
  readonly onStart: (start: Start) => void;
}

export function ProcedureView({ work, procedure, citizen, onStart }: ProcedureViewProps) {
  const { t, language } = useTranslation();
  const people = usePeople(work);
  const known = people.all.find((person) => person.record === citizen);
  const start = (chosen: RecordId) =>
    onStart({ citizen: chosen, session: people.session, procedure: procedure.code });
  return (
    <Page
      actions={
        known && (
          <Button icon="plus" onClick={() => start(known.record)} data-testid="dossier-open">
            {t('lookup.startFor', { name: known.name })}
          </Button>
        )
      }
    >
      <TopBar
        help={t('help.procedure')}
        title={procedure.name[language]}
        subtitle={t('lookup.code', { code: procedure.code })}
        backHref={citizen === undefined ? '/tra-cuu' : `/tra-cuu?nguoi=${citizen}`}
        backLabel={t('lookup.back')}
      />
      {!known && <PersonChoice work={work} people={people} procedure={procedure.code} onChoose={start} />}
      <Facts procedure={procedure} now={work.now()} times={work.officeTimes} />
      <Papers procedure={procedure} />
    </Page>
  );
}

interface FactsProps {
  readonly procedure: Procedure;
  readonly now: number;
  readonly times: OfficeTimes;
}

function Facts({ procedure, now, times }: FactsProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const due = describeDue(procedure, { now, times }, translator);
  return (
    <Card>
      <dl className={styles.facts}>
        <dt>{t('lookup.result')}</dt>
        <dd>{procedure.result[language]}</dd>
        <dt>{t('lookup.time')}</dt>
        <dd>{describeTime(procedure.processingTime, translator)}</dd>
        {due !== undefined && (
          <>
            <dt>{t('lookup.due')}</dt>
            <dd>{due}</dd>
          </>
        )}
      </dl>
      {procedure.unverified.length > 0 && (
        <Badge tone="neutral" icon="info">
          {t('lookup.unverified', { source: procedure.sourceDecision })}
        </Badge>
      )}
    </Card>
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
            subtitle={document.note?.[language]}
            trailing={
              <Badge tone={document.required ? 'lead' : 'neutral'} icon="doc">
                {t(document.required ? 'lookup.required' : 'lookup.helpful')}
              </Badge>
            }
          />
        ))}
      </List>
    </Section>
  );
}
