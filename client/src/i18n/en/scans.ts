/** English for vi/scans.ts. */
import type { Translated } from '../message-types.ts';
import type { scans as source } from '../vi/scans.ts';

export const scans = {
  'crop.open': 'Cut, turn',
  'crop.title': 'Cut and straighten',
  'crop.hint': 'Put the four dots on the corners of the paper.',
  'crop.keys': 'By keyboard: choose a dot with Tab, then press the arrows.',
  'crop.turn': 'Turn',
  'crop.done': 'Done',
  'crop.busy': 'Straightening…',
  'crop.whole': 'Whole picture again',
  'crop.topLeft': 'Top left corner',
  'crop.topRight': 'Top right corner',
  'crop.bottomRight': 'Bottom right corner',
  'crop.bottomLeft': 'Bottom left corner',
  'crop.place': '{across}% across, {down}% down',
  'crop.crossed': 'The four dots cross each other. Bring each to its own corner.',
  'crop.small': 'The four dots are too close: nothing is left to read. Pull them apart.',
  'crop.failed': 'This phone has not the strength to straighten it. The picture as it was can still be used.',

  'page.next': 'Add a page',
  'page.acceptNext': 'Accept, next page',
  'page.acceptAs': 'Accept as page {page}',
  'page.acceptFor': 'Accept in place of page {page}',
  'page.ofPaper': '{label}, page {page}',
  'page.taken': 'Page {page} · {time}',
  'page.remove': 'Take out',
  'page.removeOf': 'Take out page {page} of: {label}',
  'page.removed': 'Page {page} was taken out.',
  'page.where': 'Which page is this?',
  'page.add': 'A new page: page {page}',
  'page.replace': 'In place of page {page}',
  'page.adding': 'Page {page}, of at most {most}.',
  'page.perPaper': '{most} pages are there, no more can be added. Scan a longer paper into one PDF.',
  'page.perDossier': 'The dossier has {most} pictures, no more pages can be added. Scan them into a PDF.',
  'page.count': { one: '{count} page', other: '{count} pages' },
} as const satisfies Translated<typeof source>;
