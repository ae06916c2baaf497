/** `POST /api/review/sessions`: the commune's sessions in counts, for its head. */
import { ok } from '#shared/result';
import { type ReviewDeps, reviewSessions } from '../services/review-sessions.ts';
import { type SignedRoute, toJsonReply } from './route.ts';

export function createReviewRoute(deps: ReviewDeps): SignedRoute {
  return {
    method: 'POST',
    path: '/api/review/sessions',
    access: 'readKey',
    roles: ['head'],
    standings: ['approved'],
    bodyBytes: 1024,
    refusals: 'json',
    async handle(_request, { device }) {
      return ok(toJsonReply(await reviewSessions(deps, device.communeN), { 'cache-control': 'no-store' }));
    },
  };
}
