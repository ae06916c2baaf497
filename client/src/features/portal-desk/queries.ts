/** Reads the desk from the records that the office pulls: no request of its own, so it is there without signal. */
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type DeskEntry, findStanding } from './arrange-desk.ts';
import { findPack } from './read-pack.ts';

/** Drawn again whenever a record, or where it is, changes. */
export function useDesk(work: Work): readonly DeskEntry[] {
  useSnapshot(work.store, () => work.store.version);
  return work.store.listRecords('dossier').flatMap((view) => {
    const pack = findPack(view, work.store.findRecord);
    return pack ? [{ pack, standing: findStanding(pack, work.readCustody(pack.record)) }] : [];
  });
}
