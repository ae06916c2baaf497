/** `POST /api/devices/self`: a device asks what it is and what it may know beside its records. */
import { selfRequest } from '#shared/contracts/enrolment';
import { roles } from '#shared/model/collection';
import { ok } from '#shared/result';
import { describeSelf, type SelfDeps } from '../services/describe-self.ts';
import { readSignedInput } from './read-input.ts';
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
    async handle(_request, caller) {
      const input = readSignedInput(caller, selfRequest);
      if (!input.ok) return input;
      const self = await describeSelf(deps, caller.device, input.value.calendar ?? 0);
      return ok(toJsonReply(self, { 'cache-control': 'no-store' }));
    },
  };
}
