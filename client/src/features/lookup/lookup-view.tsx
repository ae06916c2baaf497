/** Finds a procedure by what people call it, then asks for whom. Begins no dossier itself: whoever shows it does. */
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { findProcedure, procedures } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { findClarification, searchProcedures } from '#shared/rules/search-procedures';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ClarifyingQuestion } from './clarifying-question.tsx';
import { ProcedureList } from './procedure-list.tsx';
import { ProcedureView, type Start } from './procedure-view.tsx';

interface LookupViewProps {
  readonly work: Work;
  /** What is to be known before somebody is chosen. */
  readonly notice: ReactNode;
  /** A procedure and a person were chosen: begin the dossier and go there. */
  readonly onStart: (start: Start) => void;
}

/** `?thu-tuc=<code>`: that procedure; `&nguoi=<citizen>`: for whom is known already. */
export function LookupView({ work, notice, onStart }: LookupViewProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [query, setQuery] = useState('');
  const chosen = findProcedure(search.get('thu-tuc') ?? '');
  const citizen = search.get('nguoi') as RecordId | null;
  const shared = { citizen: citizen ?? undefined };
  return (
    <Page width="wide">
      <SplitView
        list={<ProcedureSearch {...shared} query={query} onQuery={setQuery} chosen={chosen?.code} />}
        detail={
          chosen && (
            <ProcedureView
              key={chosen.code}
              {...shared}
              work={work}
              procedure={chosen}
              notice={notice}
              onStart={onStart}
            />
          )
        }
        placeholder={<EmptyState icon="search" title={t('lookup.choose')} />}
        detailLabel={t('lookup.detail')}
      />
    </Page>
  );
}

interface ProcedureSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly citizen: RecordId | undefined;
  /** The one that stands beside the list. */
  readonly chosen: string | undefined;
}

function ProcedureSearch({ query, onQuery, citizen, chosen }: ProcedureSearchProps) {
  const { t } = useTranslation();
  const found = searchProcedures(procedures, query);
  const clarification = findClarification(procedures, query);
  const findHref = (code: string) =>
    `/tra-cuu?thu-tuc=${code}${citizen === undefined ? '' : `&nguoi=${citizen}`}`;
  return (
    <>
      <PageHeading help={t('help.lookup')} title={t('lookup.title')} />
      <TextField
        type="search"
        label={t('lookup.label')}
        hint={t('lookup.hint')}
        placeholder={t('lookup.placeholder')}
        value={query}
        onChange={onQuery}
        enterKeyHint="search"
        data-testid="lookup-search"
      />
      {clarification && (
        <ClarifyingQuestion clarification={clarification} findHref={findHref} chosen={chosen} />
      )}
      {!clarification && found.length > 0 && (
        <ProcedureList
          title={t(query.trim() === '' ? 'lookup.all' : 'lookup.found')}
          procedures={found}
          findHref={findHref}
          chosen={chosen}
        />
      )}
      {!clarification && found.length === 0 && (
        <>
          <EmptyState icon="search" title={t('lookup.nothing', { text: query })}>
            {t('lookup.nothingHint', { count: procedures.length })}
          </EmptyState>
          <ProcedureList
            title={t('lookup.all')}
            procedures={procedures}
            findHref={findHref}
            chosen={chosen}
          />
        </>
      )}
    </>
  );
}
