/** `POST /api/sync`: everything a device sends and reads, in one round. */
import { SYNC_ROUTE } from '#shared/contracts/sync';
import { LIMITS } from '#shared/model/envelope';
import { roles } from '#shared/model/collection';
import { answerSync, type SyncDeps } from '../services/answer-sync.ts';
import { type SignedRoute, toBytesReply } from './route.ts';

/** Room for the chain, the encapsulations and the signatures around a full batch. */
const OVERHEAD = 32 * 1024;

export function createSyncRoute(deps: SyncDeps): SignedRoute {
  return {
    method: 'POST',
    path: '/api/sync',
    access: 'anyDevice',
    roles,
    // A phone that waits hands its work in unopened, and one that was revoked drains into quarantine.
    standings: ['waiting', 'approved', 'revoked'],
    bodyBytes: LIMITS.batchBytes + OVERHEAD,
    signedAs: SYNC_ROUTE,
    refusals: 'cbor',
    async handle(_request, caller) {
      const answer = await answerSync(deps, caller);
      return answer.ok ? { ok: true, value: toBytesReply(answer.value) } : answer;
    },
  };
}
