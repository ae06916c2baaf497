/** One person's record on a tab of the device rig: what is typed into it, and how far it has come. */
import type { Patch } from '#shared/model/operation';
import { readCustody } from '../../src/custody/record-custody.ts';
import { type RigTab, rigRecord } from './device-rig.ts';

export const NGUYEN = rigRecord(10);

export function typeNguyen({ drafts }: RigTab, patch: Patch): void {
  drafts.editRecord({ collection: 'citizen', record: NGUYEN, patch });
}

export function readTransport({ runner, store }: RigTab): string {
  return readCustody(runner.disk, NGUYEN, {
    isOwn: true,
    isTyping: (store.findEntry(NGUYEN)?.unsaved.size ?? 0) > 0,
    piecesHere: 0,
    trouble: undefined,
  }).transport;
}
