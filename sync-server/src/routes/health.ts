/** `GET /api/health`: that the process answers and its store can be read. Says nothing about anybody. */
import { ok } from '#shared/result';
import type { MetaStore } from '../storage/store.ts';
import { type PublicRoute, toJsonReply } from './route.ts';

export function createHealthRoute(deps: {
  readonly store: MetaStore;
  readonly now: () => number;
}): PublicRoute {
  return {
    method: 'GET',
    path: '/api/health',
    access: 'public',
    bodyBytes: 0,
    async handle() {
      await deps.store.findMeta('incarnation');
      return ok(toJsonReply({ ok: true, time: deps.now() }, { 'cache-control': 'no-store' }));
    },
  };
}
