/** `POST /api/enrol`: a code and two public keys for a name, a commune and the keys to pin. */
import { ENROL_ROUTE, enrolRequest } from '#shared/contracts/enrolment';
import { ok } from '#shared/result';
import { enrolDevice, type Enroller } from '../services/enrol-device.ts';
import { readJsonInput } from './read-input.ts';
import { type PublicRoute, toJsonReply } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export function createEnrolRoute(enroller: Enroller): PublicRoute {
  return {
    method: 'POST',
    path: ENROL_ROUTE,
    access: 'public',
    bodyBytes: 4 * 1024,
    async handle(request) {
      const input = readJsonInput(request, enrolRequest);
      if (!input.ok) return input;
      const reply = await enrolDevice(enroller, { request: input.value, address: request.address });
      return reply.ok ? ok(toJsonReply(reply.value, NO_STORE)) : reply;
    },
  };
}
