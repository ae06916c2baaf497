/** What the office does with devices and invitations, each a request that needs signal. Nothing of it is kept or tried again by itself. */
import * as z from 'zod/mini';
import {
  type AuthorisationRequest,
  type InvitationReply,
  invitationReply,
  type InvitationRequest,
} from '#shared/contracts/administration';
import { calendarReply, type CalendarRequest } from '#shared/contracts/administration';
import type { Result } from '#shared/result';
import type { SendFault } from '../../custody/read-refusal.ts';
import type { AdministrationOffice } from './queries.ts';

const done = z.object({ done: z.boolean() });

export function approveDevice(office: AdministrationOffice, device: string) {
  return office.ask('/api/administration/approve', { device }, done);
}

export function revokeDevice(office: AdministrationOffice, device: string) {
  return office.ask('/api/administration/revoke', { device }, done);
}

/** What it sent after it was ended; it stays ended. */
export function takeKeptWork(office: AdministrationOffice, device: string) {
  return office.ask('/api/administration/kept-work', { device }, done);
}

/** Written into the audit chain before it holds; the same number again takes the place of what was entered. */
export function enterAuthorisation(office: AdministrationOffice, request: AuthorisationRequest) {
  return office.ask('/api/administration/authorisations', request, done);
}

/** Written into the audit chain before it holds. `fieldInvalid` with `version` where somebody else has written meanwhile. */
export function setCalendar(office: AdministrationOffice, request: CalendarRequest) {
  return office.ask('/api/administration/calendar', request, calendarReply);
}

export function makeInvitation(
  office: AdministrationOffice,
  request: InvitationRequest,
): Promise<Result<InvitationReply, SendFault>> {
  return office.ask('/api/administration/invitations', request, invitationReply);
}
