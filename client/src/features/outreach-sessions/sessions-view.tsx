/** All sessions that this phone knows: the open one first, what is planned, and the form for opening another; on a laptop the chosen one beside them. */
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { RecordId } from '#shared/ids';
import { sessionKinds } from '#shared/model/outreach-session';
import { listPlans } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type Opening, openSession } from './actions.ts';
import { OpenSessionForm } from './open-session-form.tsx';
import { PlanDetail } from './plan-detail.tsx';
import { findChosenSession, useSessions } from './queries.ts';
import type { SessionFacts } from './read-session.ts';
import { SameSessions } from './same-session.tsx';
import { SessionDetail } from './session-view.tsx';
import { ClosedRow, OpenSessionCard, PlanRow } from './sessions-list.tsx';
import { suggestOpening } from './suggest-opening.ts';

interface SessionsViewProps {
  readonly work: Work;
  /** When the commune answered this phone last; undefined: not since it was opened. */
  readonly heardAt: number | undefined;
}

/** In the address, for a plan that is not written yet. */
const NEW_PLAN = 'moi';

/** `?xem=<session>`: that one beside the list; `?lich=<plan>` or `?lich=moi`: the form of a plan. */
export function SessionsView({ work, heardAt }: SessionsViewProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const sessions = useSessions(work);
  const [search] = useSearchParams();
  const [shown, plan] = [search.get('xem'), search.get('lich')];
  const suggestion = useMemo(
    () =>
      suggestOpening(sessions, {
        id: work.member.id,
        hamlet: work.member.hamlet,
        usualPlace: (hamlet) => t('sessions.usualPlace', { hamlet }).trim(),
      }),
    [sessions, work.member, t],
  );
  const planned = plan === NEW_PLAN ? undefined : (plan as RecordId);
  const detail =
    plan !== null ? (
      <PlanDetail key={plan} work={work} record={planned} suggestion={suggestion} />
    ) : (
      shown !== null && <SessionDetail key={shown} work={work} sessionId={shown} heardAt={heardAt} />
    );
  return (
    <Page width="wide">
      <SplitView
        list={
          <SessionList work={work} sessions={sessions} suggestion={suggestion} shown={shown} plan={plan} />
        }
        detail={detail || undefined}
        placeholder={<EmptyState icon="people" title={t('sessions.choose')} />}
        detailLabel={t('sessions.detail')}
      />
    </Page>
  );
}

interface SessionListProps {
  readonly work: Work;
  readonly sessions: readonly SessionFacts[];
  readonly suggestion: Opening;
  readonly shown: string | null;
  readonly plan: string | null;
}

function SessionList({ work, sessions, suggestion, shown, plan }: SessionListProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const [isOpening, setOpening] = useState(false);
  const today = dayOfInstant(work.now());
  // One that somebody said is another's twin goes on under that one.
  const chosen = sessions.filter(({ record }) => findChosenSession(work.store, record) === record);
  const open = chosen.filter((session) => session.closedAt === undefined);
  const closed = chosen.filter((session) => session.closedAt !== undefined);
  const kind = sessionKinds.find((one) => one === search.get('loai'));
  const start = (opening: Opening) => navigate(`/buoi/${openSession(work, opening)}`);
  const showsForm = open.length === 0 || isOpening || kind !== undefined;
  return (
    <>
      <PageHeading help={t('help.sessions')} title={t('sessions.title')} />
      {open.map((session) => (
        <OpenSessionCard key={session.record} session={session} today={today} />
      ))}
      <SameSessions work={work} sessions={sessions} />
      <Plans work={work} today={today} shown={plan} />
      {showsForm ? (
        <OpenSessionForm suggestion={kind ? { ...suggestion, kind } : suggestion} onOpen={start} />
      ) : (
        <Button variant="secondary" onClick={() => setOpening(true)} data-testid="session-open-another">
          {t('sessions.openAnother')}
        </Button>
      )}
      <LinkButton href="/vao-buoi" variant="secondary" icon="qr" wide>
        {t('teamwork.joinLink')}
      </LinkButton>
      <LinkButton href={`/buoi?lich=${NEW_PLAN}`} variant="secondary" icon="calendar" wide>
        {t('sessions.plan.open')}
      </LinkButton>
      {sessions.length === 0 && <p>{t('sessions.emptyText')}</p>}
      {closed.length > 0 && (
        <Section title={t('sessions.earlier')}>
          <List>
            {closed.map((session) => (
              <ClosedRow
                key={session.record}
                work={work}
                session={session}
                isShown={session.record === shown}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

interface PlansProps extends Pick<SessionListProps, 'work' | 'shown'> {
  readonly today: string;
}

function Plans({ work, today, shown }: PlansProps) {
  const { t } = useTranslation();
  const plans = listPlans(work.store.listRecords('sessionPlan'));
  if (plans.length === 0) return null;
  return (
    <Section title={t('sessions.plan.listed')}>
      <List>
        {plans.map((plan) => (
          <PlanRow key={plan.record} plan={plan} today={today} isShown={plan.record === shown} />
        ))}
      </List>
    </Section>
  );
}
