/** The one lodging folder of this page, with the browser's own picker. Fetched after the start: most machines never fill one. */
import { LodgingFolder } from '../custody/lodging-folder.ts';
import { pickFolder } from '../platform/folder-files.ts';
import { holdFolder, whenUnused } from '../platform/folder-use.ts';
import { openLodgingMemory } from '../storage/lodging-memory.ts';

export const lodgingFolder = new LodgingFolder({
  memory: openLodgingMemory(),
  pick: pickFolder,
  whenUnused,
  hold: holdFolder,
});
