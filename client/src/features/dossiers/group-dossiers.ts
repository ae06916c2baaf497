/** Which of five places a dossier stands in, and the order of a list of them. Pure. */
import { findDossierStatus } from '#shared/model/dossier-status';
import type { Patch } from '#shared/model/operation';
import type { Lodging } from '#shared/model/dossier';
import { compareNames } from '#shared/rules/sort-names';
import { hasRequest } from '../../custody/find-request.ts';

export const dossierPlaces = ['mend', 'draft', 'waiting', 'lodged', 'over'] as const;
export type DossierPlace = (typeof dossierPlaces)[number];

/** Over: the portal says so, or the citizen has the result. What waits for an officer is not lodged either. */
export function findPlace(values: Patch): DossierPlace {
  const lodging = values['lodging'] as Lodging | undefined;
  if (hasRequest(values)) return 'mend';
  if (lodging?.state === 'lodged')
    return findDossierStatus(lodging.status ?? 0)?.next.length === 0 ? 'over' : 'lodged';
  return values['finishedAt'] === undefined ? 'draft' : 'waiting';
}

interface Listed {
  readonly place: DossierPlace;
  readonly name: string;
}

/** What a person must act on first, then by name. */
export function byPlaceAndName(a: Listed, b: Listed): number {
  return dossierPlaces.indexOf(a.place) - dossierPlaces.indexOf(b.place) || compareNames(a.name, b.name);
}
