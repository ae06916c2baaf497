/** Why a paper may be left out, by paper and by who lodges. Codes are stored; their words are messages. */
import type { Route } from '#shared/model/dossier';
import type { FormDocument } from '#shared/rules/form-definition';

/** Ways on which somebody types into the portal, and so needs the copy card. */
export const copiedRoutes: readonly Route[] = [
  'selfOwnPhone',
  'selfAtSession',
  'relative',
  'assistedAtCentre',
];

/** Ways on which the citizen stands before an officer. */
const OFFICE_ROUTES: readonly Route[] = ['counter', 'post', 'assistedAtCentre', 'policeInPerson'];

const waiverReasons = ['inVault', 'officeLooksUp', 'ownCamera', 'bringPaper'] as const;
export type WaiverReason = (typeof waiverReasons)[number];

/** Where the team files by itself nobody comes later with a camera or with paper. */
export function listReasons(document: FormDocument, route: Route | undefined): WaiverReason[] {
  const isCopied = route === undefined || copiedRoutes.includes(route);
  const isAtOffice = route !== undefined && OFFICE_ROUTES.includes(route);
  return waiverReasons.filter((reason) => {
    if (reason === 'inVault') return document.mayBeInVault === true;
    if (reason === 'ownCamera') return isCopied && document.acceptPhoto;
    // What is only shown is never photographed: it comes along on every way.
    if (reason === 'bringPaper') return isAtOffice || !document.acceptPhoto;
    return true;
  });
}

/** A newer version may have stored a reason that this one has no words for. */
export function findReason(code: string): WaiverReason | undefined {
  return waiverReasons.find((reason) => reason === code);
}
