/** Which copy is the newest, by what the copies say of themselves: their names follow a clock that may have run backwards. */
import { join } from 'node:path';
import { type CopyPlace, findCopyPlace } from '../storage/sqlite/inspect-copy.ts';
import { listBackups } from './backup-folder.ts';

/** Undefined when there is none that can be opened. */
export function findNewestBackup(folder: string): string | undefined {
  let newest: { readonly path: string; readonly place: CopyPlace } | undefined;
  for (const name of listBackups(folder)) {
    const path = join(folder, name);
    const place = findCopyPlace(path);
    if (place && (!newest || comparePlaces(place, newest.place) >= 0)) newest = { path, place };
  }
  return newest?.path;
}

/** A later life before a later backup of one life, and that before later work. */
function comparePlaces(one: CopyPlace, other: CopyPlace): number {
  return one.life - other.life || one.era - other.era || one.seq - other.seq;
}
