/** The table of all collections: adding a record type is adding its file and its line here. */
import { accountSetup } from './account-setup.ts';
import { attendance } from './attendance.ts';
import { citizen, consent } from './citizen.ts';
import type { Collection, Role } from './collection.ts';
import { dossier } from './dossier.ts';
import { outreachSession } from './outreach-session.ts';
import { paper } from './paper.ts';
import { policeReferral } from './police-referral.ts';
import { review } from './review.ts';
import { sessionPlan } from './session-plan.ts';

export const collections: readonly Collection[] = [
  outreachSession,
  attendance,
  citizen,
  consent,
  accountSetup,
  dossier,
  paper,
  policeReferral,
  review,
  sessionPlan,
];

export function findCollection(name: string): Collection | undefined {
  return collections.find((collection) => collection.name === name);
}

const teamCollections = collections.map(({ name }) => name);

/** Which collections a role ever pulls; within them, a volunteer sees what their own team wrote. */
export const readableCollections: Readonly<Record<Role, readonly string[]>> = {
  volunteer: teamCollections,
  teamLeader: teamCollections,
  officer: ['citizen', 'dossier', 'paper', 'policeReferral'],
  head: ['session', 'review'],
  administrator: [],
};
