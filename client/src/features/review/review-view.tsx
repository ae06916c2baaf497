/** Nhật ký buổi: what the commune head must decide, in two minutes, with or without signal. Asks for nobody's name. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { arrangeLog, findNextPending, isPending, type LogEntry } from './arrange-log.ts';
import { findDecision } from './find-decision.ts';
import { type Figures, isWaitingHere, type ReviewOffice, useFigures, useReviews } from './queries.ts';
import { SendBackDialog } from './send-back-dialog.tsx';
import { SessionDetail } from './session-detail.tsx';
import { NoFigures, SessionLog } from './session-log.tsx';
import { useDecisions } from './use-decisions.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface ReviewViewProps {
  readonly work: Work;
  readonly office: ReviewOffice;
  /** From the address `/nhat-ky/:id`. */
  readonly session: string | undefined;
}

/** The figures live as long as this screen does: a vault that is locked leaves none behind. */
export function ReviewView(props: ReviewViewProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <ReviewPage {...props} />
    </QueryClientProvider>
  );
}

function ReviewPage({ work, office, session }: ReviewViewProps) {
  const figures = useFigures(office);
  const { t } = useTranslation();
  const log = useLog(work, figures);
  const today = getVietnamDay(figures.reply?.at ?? 0);
  const entry = log.find((one) => one.session.session === session);
  const decisions = useDecisions(work);
  const [returning, setReturning] = useState<LogEntry>();
  const [, goTo] = useLocation();
  const move = useCallback(
    (step: 1 | -1) => {
      const next = findNextPending(log, session, step);
      if (next) goTo(`/nhat-ky/${next.session.session}`);
    },
    [goTo, log, session],
  );
  const canDecide = entry !== undefined && isPending(entry);
  useReviewKeys({
    onApprove: canDecide ? () => decisions.approve([entry]) : undefined,
    onSendBack: canDecide ? () => setReturning(entry) : undefined,
    onMove: move,
  });
  const detail =
    entry !== undefined ? (
      <SessionDetail {...{ entry, work, office, decisions }} onSendBack={() => setReturning(entry)} />
    ) : session !== undefined && figures.reply !== undefined ? (
      <EmptyState icon="doc" title={t('review.notInFigures')} />
    ) : undefined;
  return (
    <Page width="wide">
      {figures.reply === undefined ? (
        <NoFigures figures={figures} />
      ) : (
        <SplitView
          list={<SessionLog {...{ log, figures, today, work, decisions }} current={session} />}
          detail={detail}
          detailLabel={t('review.detail')}
          placeholder={
            <EmptyState icon="doc" title={t('review.choose')}>
              {log.some(isPending) && t('review.chooseHint')}
            </EmptyState>
          }
        />
      )}
      {returning && (
        <SendBackDialog
          entry={returning}
          onClose={() => setReturning(undefined)}
          onSend={(reason) => decisions.sendBack(returning, reason)}
        />
      )}
    </Page>
  );
}

function useLog(work: Work, { reply }: Figures): readonly LogEntry[] {
  const reviews = useReviews(work);
  if (!reply) return [];
  return arrangeLog(reply.sessions, getVietnamDay(reply.at), (session) =>
    findDecision(session, reviews, (record) => isWaitingHere(work, record)),
  );
}
