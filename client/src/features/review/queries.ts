/** Reads what the log shows: the commune's figures, asked for again and kept for days without signal, and own decisions. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { reviewReply, type ReviewReply } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { Result } from '#shared/result';
import type { OfficeMemory } from '../../custody/office-memory.ts';
import type { SendFault } from '../../custody/read-refusal.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';

/** What the app lends: requests to the commune, and a place under the vault for the last answer. */
export interface ReviewOffice extends OfficeMemory {
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<Result<T, SendFault>>;
  /** The PIN, given anew; answers what is wrong with it, undefined when it is right. A wrong one counts as at the lock. */
  readonly confirmPin: (pin: string) => Promise<string | undefined>;
}

export interface Figures {
  readonly reply: ReviewReply | undefined;
  /** Why these are not the newest. */
  readonly fault: SendFault | undefined;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

const MEMORY_KEY = 'review.sessions';
const ASK_AGAIN_MS = 60_000;
const ASK_AFTER_FAULT_MS = 15_000;
/** Nothing to read yet: the device was enrolled just now, or there is no signal. */
const ASK_SOON_MS = 5_000;

/** The remembered answer shows at once; the fresh one takes its place. */
export function useFigures(office: ReviewOffice): Figures {
  const remembered = useQuery({
    queryKey: [MEMORY_KEY, 'remembered'],
    queryFn: () => recallReply(office),
    staleTime: Infinity,
  });
  const asked = useQuery({
    queryKey: [MEMORY_KEY, 'asked'],
    queryFn: () => askForReply(office),
    refetchInterval: ({ state: { data } }) => {
      if (!data?.reply) return ASK_SOON_MS;
      return data.fault ? ASK_AFTER_FAULT_MS : ASK_AGAIN_MS;
    },
  });
  return {
    reply:
      asked.data?.fault && isShut(asked.data.fault)
        ? undefined
        : (asked.data?.reply ?? remembered.data?.reply),
    fault: asked.data?.fault,
    isAsking: isWaiting(asked) || isWaiting(remembered),
    askAgain: () => void asked.refetch(),
  };
}

function isWaiting(query: UseQueryResult<unknown>): boolean {
  return query.data === undefined && query.isFetching;
}

/** Whoever may not read the figures any more keeps none of them. */
function isShut({ refusal }: SendFault): boolean {
  return refusal?.error === 'outsideDelegation' || refusal?.error === 'notAllowed';
}

interface Answer {
  readonly reply?: ReviewReply;
  readonly fault?: SendFault;
}

async function askForReply(office: ReviewOffice): Promise<Answer> {
  const asked = await office.ask('/api/review/sessions', {}, reviewReply);
  if (!asked.ok && isShut(asked.error)) {
    await office.remember(MEMORY_KEY, null);
    return { fault: asked.error };
  }
  if (!asked.ok) return { ...(await recallReply(office)), fault: asked.error };
  await office.remember(MEMORY_KEY, asked.value);
  return { reply: asked.value };
}

async function recallReply(office: ReviewOffice): Promise<Answer> {
  const parsed = reviewReply.safeParse(await office.recall(MEMORY_KEY));
  return parsed.success ? { reply: parsed.data } : {};
}

/** The head's own records, drawn again whenever one of them or its custody changes. */
export function useReviews(work: Work): readonly RecordView[] {
  useSnapshot(work.store, () => work.store.version);
  return work.store.listRecords('review');
}

export function isWaitingHere(work: Work, record: RecordId): boolean {
  return work.readCustody(record).transport !== 'atServer';
}
