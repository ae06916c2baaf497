/** Nhật ký buổi: what the commune head must decide, in two minutes, with or without signal. Asks for nobody's name. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { Delegation } from '#shared/contracts/review';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { arrangeLog, findNextPending, isPending, type LogEntry } from './arrange-log.ts';
import { DeputyNote, ShutLog } from './deputy-note.tsx';
import { findDecision } from './find-decision.ts';
import { findDeputy, findShut } from './find-deputy.ts';
import { findQuestions } from './find-questions.ts';
import { type Figures, isWaitingHere, type ReviewOffice, useFigures, useReviews } from './queries.ts';
import { SendBackDialog } from './send-back-dialog.tsx';
import { SessionDetail } from './session-detail.tsx';
import { NoFigures, SessionLog } from './session-log.tsx';
import { type Decisions, useDecisions } from './use-decisions.ts';
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

function ReviewPage(props: ReviewViewProps) {
  const { work, office } = props;
  const figures = useFigures(office);
  const deputy = findDeputy(work, figures);
  const shut = findShut(deputy, figures.fault, dayOfInstant(work.now()));
  if (shut)
    return (
      <Page width="wide">
        <ShutLog shut={shut} />
      </Page>
    );
  return <OpenLog {...props} figures={figures} deputy={deputy} />;
}

interface OpenLogProps extends ReviewViewProps {
  readonly figures: Figures;
  /** Undefined for a head. */
  readonly deputy: Delegation | undefined;
}

function OpenLog({ work, office, session, figures, deputy }: OpenLogProps) {
  const { t } = useTranslation();
  const log = useLog(work, figures);
  const today = getVietnamDay(figures.reply?.at ?? 0);
  const entry = log.find((one) => one.session.session === session);
  const decisions = useDecisions(work, deputy?.id);
  const [open, setOpen] = useState<OpenDialog>();
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
    onSendBack: canDecide ? () => setOpen({ type: 'sendBack', entry }) : undefined,
    onAsk: entry && (() => setOpen({ type: 'ask', entry })),
    onMove: move,
  });
  const detail =
    entry !== undefined ? (
      <SessionDetail
        {...{ entry, work, office, decisions }}
        onSendBack={() => setOpen({ type: 'sendBack', entry })}
        onAsk={() => setOpen({ type: 'ask', entry })}
      />
    ) : session !== undefined && figures.reply !== undefined ? (
      <EmptyState icon="doc" title={t('review.notInFigures')} />
    ) : undefined;
  return (
    <Page width="wide">
      {deputy && <DeputyNote deputy={deputy} today={dayOfInstant(work.now())} />}
      {figures.reply === undefined ? (
        <NoFigures figures={figures} />
      ) : (
        <SplitView
          list={<SessionLog {...{ log, figures, today, work, office, decisions }} current={session} />}
          detail={detail}
          detailLabel={t('review.detail')}
          placeholder={
            <EmptyState icon="doc" title={t('review.choose')}>
              {log.some(isPending) && t('review.chooseHint')}
            </EmptyState>
          }
        />
      )}
      <Dialogs {...{ open, decisions }} onClose={() => setOpen(undefined)} />
    </Page>
  );
}

interface OpenDialog {
  readonly type: 'sendBack' | 'ask';
  readonly entry: LogEntry;
}

interface DialogsProps {
  readonly open: OpenDialog | undefined;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}

function Dialogs({ open, decisions, onClose }: DialogsProps) {
  if (!open) return null;
  const { type, entry } = open;
  return type === 'ask' ? (
    <AskDialog entry={entry} onClose={onClose} onSend={(text) => decisions.ask(entry, text)} />
  ) : (
    <SendBackDialog entry={entry} onClose={onClose} onSend={(reason) => decisions.sendBack(entry, reason)} />
  );
}

function useLog(work: Work, { reply }: Figures): readonly LogEntry[] {
  const reviews = useReviews(work);
  if (!reply) return [];
  return arrangeLog(reply.sessions, getVietnamDay(reply.at), {
    findDecision: (session) => findDecision(session, reviews, (record) => isWaitingHere(work, record)),
    findQuestions: ({ session, questions = [] }) => findQuestions({ session, told: questions, reviews }),
  });
}
