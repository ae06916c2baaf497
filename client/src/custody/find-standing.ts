/** Whether a person's yes to preparing stands, as far as this device has heard: asked by every screen that would go on with them. */
import { type ConsentStanding, findConsentStanding } from '#shared/rules/consent-standing';
import { listPersonRecords } from '#shared/rules/same-record';
import type { RecordStore } from './record-store.ts';

/** Under whichever of their records; `undefined`: nobody is named. */
export function findPrepareStanding(
  store: Pick<RecordStore, 'listRecords'>,
  citizen: string | undefined,
): ConsentStanding {
  if (citizen === undefined) return 'unknown';
  const own = listPersonRecords(store.listRecords('citizen'), citizen);
  return findConsentStanding(store.listRecords('consent'), own, 'prepare');
}
