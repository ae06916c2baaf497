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
} as const satisfies Translated<typeof source>;
