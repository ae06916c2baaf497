/** Which lodged dossiers count as online in the official index (QĐ 766/QĐ-TTg): by how they were lodged, not by what helped. */
import type { Route } from '../model/dossier.ts';
import { computeShare, type Share } from './indicators.ts';

/** Percent from which on the index gives all points. */
export const ONLINE_TARGET = 50;

/** Keyed in by an officer counts as direct, and so does what nobody has said. */
export type LodgingChannel = 'online' | 'direct' | 'post';

export function findChannel(route: Route | null): LodgingChannel {
  if (route === 'post') return 'post';
  return route === null || route === 'counter' || route === 'policeInPerson' ? 'direct' : 'online';
}

/** At two places, as the index rounds. */
export function computeOnlineShare(routes: readonly (Route | null)[]): Share {
  return computeShare(routes.filter((route) => findChannel(route) === 'online').length, routes.length);
}
