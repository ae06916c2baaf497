/** `POST /api/review/delegation…`: a head names who approves in their place and for which days, and ends it. Nobody else may. */
import { delegateRequest, endDelegationRequest } from '#shared/contracts/review';
import { ok } from '#shared/result';
import {
  delegate,
  type DelegationKeeper,
  describeDelegation,
  endDelegation,
} from '../services/delegations.ts';
import { readSignedInput } from './read-input.ts';
import { type SignedRoute, toJsonReply } from './route.ts';

const face = {
  method: 'POST',
  access: 'readKey',
  roles: ['head'],
  standings: ['approved'],
  bodyBytes: 1024,
  refusals: 'json',
} as const;
const UNKEPT = { 'cache-control': 'no-store' };

export function createDelegationRoutes(deps: DelegationKeeper): SignedRoute[] {
  return [
    {
      ...face,
      path: '/api/review/delegation',
      async handle(_request, { device }) {
        return ok(toJsonReply(await describeDelegation(deps, device.communeN), UNKEPT));
      },
    },
    {
      ...face,
      path: '/api/review/delegation/make',
      async handle(_request, caller) {
        const asked = readSignedInput(caller, delegateRequest);
        if (!asked.ok) return asked;
        const made = await delegate(deps, caller.device, asked.value);
        return made.ok ? ok(toJsonReply({ delegation: made.value }, UNKEPT)) : made;
      },
    },
    {
      ...face,
      path: '/api/review/delegation/end',
      async handle(_request, caller) {
        const asked = readSignedInput(caller, endDelegationRequest);
        if (!asked.ok) return asked;
        const ended = await endDelegation(deps, caller.device, asked.value.delegation);
        return ended.ok ? ok(toJsonReply({ done: true }, UNKEPT)) : ended;
      },
    },
  ];
}
