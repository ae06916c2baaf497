/** The office's own routes: invitations, the list of devices, approval and revocation, the work of ended ones, authorisations, the calendar. */
import type * as z from 'zod/mini';
import {
  authorisationRequest,
  deviceDecision,
  type DevicesReply,
  invitationRequest,
} from '#shared/contracts/administration';
import type { WireError } from '#shared/contracts/error-codes';
import { calendarRequest } from '#shared/contracts/administration';
import type { DeviceId } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import {
  admitDevice,
  type Administration,
  type Asker,
  invite,
  listDeviceLines,
  MAY_ADMINISTER,
  revokeDevice,
  takeKeptWork,
} from '../services/administer-devices.ts';
import { enterAuthorisation } from '../services/enter-authorisation.ts';
import { setCalendar } from '../services/set-calendar.ts';
import type { SignedCaller } from '../services/verify-signed-request.ts';
import type { AuthorisationStore, CalendarStore, DelegationStore } from '../storage/store.ts';
import { readSignedInput } from './read-input.ts';
import { type SignedRoute, toJsonReply } from './route.ts';

export interface AdministrationDeps extends Administration {
  readonly store: Administration['store'] & AuthorisationStore & CalendarStore & DelegationStore;
  /** When the last verified copy was made, and whether it lies on the disk of the data. */
  readonly readBackup: () => Promise<DevicesReply['backup']>;
}

export function createAdministrationRoutes(deps: AdministrationDeps): readonly SignedRoute[] {
  return [
    createOfficeRoute('/api/administration/invitations', (caller) =>
      withInput(caller, invitationRequest, async (request) =>
        ok(await invite(deps, toAsker(caller), request)),
      ),
    ),
    createOfficeRoute('/api/administration/devices', async ({ device }) => {
      const devices = await listDeviceLines(deps.store, device.communeN);
      return ok({ at: deps.now(), devices, backup: await deps.readBackup() } satisfies DevicesReply);
    }),
    createOfficeRoute('/api/administration/approve', (caller) =>
      withInput(caller, deviceDecision, ({ device }) =>
        admitDevice(deps, toAsker(caller), device as DeviceId),
      ),
    ),
    createOfficeRoute('/api/administration/revoke', (caller) =>
      withInput(caller, deviceDecision, ({ device }) =>
        revokeDevice(deps, toAsker(caller), device as DeviceId),
      ),
    ),
    createOfficeRoute('/api/administration/kept-work', (caller) =>
      withInput(caller, deviceDecision, ({ device }) =>
        takeKeptWork(deps, toAsker(caller), device as DeviceId),
      ),
    ),
    createOfficeRoute('/api/administration/authorisations', (caller) =>
      withInput(caller, authorisationRequest, (request) =>
        enterAuthorisation(deps, toAsker(caller), request),
      ),
    ),
    createOfficeRoute(
      '/api/administration/calendar',
      (caller) =>
        withInput(caller, calendarRequest, (request) => setCalendar(deps, toAsker(caller), request)),
      CALENDAR_BYTES,
    ),
  ];
}

const BODY_BYTES = 4 * 1024;
/** As many days as are taken, each with its reason in Vietnamese letters. */
const CALENDAR_BYTES = 96 * 1024;

type Answer = (caller: SignedCaller) => Promise<Result<unknown, WireError>>;

function createOfficeRoute(path: string, answer: Answer, bodyBytes = BODY_BYTES): SignedRoute {
  return {
    method: 'POST',
    path,
    access: 'readKey',
    roles: MAY_ADMINISTER,
    standings: ['approved'],
    bodyBytes,
    refusals: 'json',
    async handle(_request, caller) {
      const answered = await answer(caller);
      return answered.ok
        ? ok(toJsonReply(answered.value ?? { done: true }, { 'cache-control': 'no-store' }))
        : answered;
    },
  };
}

async function withInput<T, R>(
  caller: SignedCaller,
  schema: z.ZodMiniType<T>,
  act: (input: T) => Promise<Result<R, WireError>>,
): Promise<Result<R, WireError>> {
  const input = readSignedInput(caller, schema);
  return input.ok ? act(input.value) : input;
}

function toAsker({ device }: SignedCaller): Asker {
  return { device, communeN: device.communeN, commune: device.commune };
}
