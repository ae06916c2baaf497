/** `POST /api/review/…`: the commune's sessions in counts for its head, and the people of one session after it was written down. */
import { peopleRequest } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import { ok } from '#shared/result';
import { listPeople, type ListPeopleDeps } from '../services/list-people.ts';
import { reviewSessions } from '../services/review-sessions.ts';
import { readSignedInput } from './read-input.ts';
import { type SignedRoute, toJsonReply } from './route.ts';

const face = {
  method: 'POST',
  access: 'readKey',
  roles: ['head'],
  deputies: true,
  standings: ['approved'],
  bodyBytes: 1024,
  refusals: 'json',
} as const;
const UNKEPT = { 'cache-control': 'no-store' };

export function createReviewRoutes(deps: ListPeopleDeps): SignedRoute[] {
  return [
    {
      ...face,
      path: '/api/review/sessions',
      async handle(_request, { device }) {
        return ok(toJsonReply(await reviewSessions(deps, device.communeN), UNKEPT));
      },
    },
    {
      ...face,
      path: '/api/review/people',
      async handle(_request, caller) {
        const asked = readSignedInput(caller, peopleRequest);
        if (!asked.ok) return asked;
        const session = asked.value.session as RecordId;
        const people = await listPeople(deps, { device: caller.device, session });
        return people.ok ? ok(toJsonReply(people.value, UNKEPT)) : people;
      },
    },
  ];
}
