/** The table of all routes: what is not listed here does not exist, and what is listed has its cells in the authorisation matrix. */
import { createAdministrationRoutes, type AdministrationDeps } from './administration.ts';
import { createAttachmentRoutes, type AttachmentDeps } from './attachments.ts';
import { createDelegationRoutes } from './delegation.ts';
import { createSelfRoute } from './devices.ts';
import { createEnrolRoute } from './enrol.ts';
import { createHealthRoute } from './health.ts';
import { createOpenApiRoute } from './openapi.ts';
import { createReviewRoutes } from './review.ts';
import type { Route } from './route.ts';
import { createSyncRoute } from './sync.ts';

export interface RouteDeps {
  readonly sync: Parameters<typeof createSyncRoute>[0];
  readonly attachments: AttachmentDeps;
  readonly enrolment: Parameters<typeof createEnrolRoute>[0];
  readonly self: Parameters<typeof createSelfRoute>[0];
  readonly administration: AdministrationDeps;
  readonly review: Parameters<typeof createReviewRoutes>[0];
  readonly health: Parameters<typeof createHealthRoute>[0];
}

export function createRoutes(deps: RouteDeps): readonly Route[] {
  const routes: readonly Route[] = [
    createHealthRoute(deps.health),
    createOpenApiRoute(() => routes),
    createSyncRoute(deps.sync),
    ...createAttachmentRoutes(deps.attachments),
    createEnrolRoute(deps.enrolment),
    createSelfRoute(deps.self),
    ...createAdministrationRoutes(deps.administration),
    ...createReviewRoutes(deps.review),
    ...createDelegationRoutes(deps.administration),
  ];
  return routes;
}
