/** `POST /api/devices/self`: a device asks what it is and what it may know beside its records. */
import { roles } from '#shared/model/collection';
import { ok } from '#shared/result';
import { describeSelf, type SelfDeps } from '../services/describe-self.ts';
import { type SignedRoute, toJsonReply } from './route.ts';

export function createSelfRoute(deps: SelfDeps): SignedRoute {
  return {
    method: 'POST',
    path: '/api/devices/self',
    access: 'readKey',
    roles,
    standings: ['waiting', 'approved'],
    bodyBytes: 1024,
    refusals: 'json',
    async handle(_request, { device }) {
      return ok(toJsonReply(await describeSelf(deps, device), { 'cache-control': 'no-store' }));
    },
  };
}
