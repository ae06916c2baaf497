/** The production modules that a run drives, as one replaceable set: a mutant is the same set built from changed source. */
import * as breaker from '../src/custody/breaker.ts';
import * as deviceDisk from '../src/custody/device-disk.ts';
import * as device from '../src/custody/device.ts';
import * as forwarderState from '../src/custody/forwarder-state.ts';
import * as forwarder from '../src/custody/forwarder.ts';
import * as progressMarker from '../src/custody/progress-marker.ts';
import * as secondCopy from '../src/custody/second-copy.ts';
import * as serverLodging from '../src/custody/server-lodging.ts';
import * as server from '../src/custody/server.ts';
import * as unseenSending from '../src/custody/unseen-sending.ts';

export const productionCores = {
  ...breaker,
  ...deviceDisk,
  ...device,
  ...forwarderState,
  ...forwarder,
  ...progressMarker,
  ...secondCopy,
  ...serverLodging,
  ...server,
  ...unseenSending,
};
export type Cores = typeof productionCores;

/** Files below shared/src whose exports together are the set. */
export const coreFiles = [
  'custody/breaker.ts',
  'custody/device-disk.ts',
  'custody/device.ts',
  'custody/forwarder-state.ts',
  'custody/forwarder.ts',
  'custody/progress-marker.ts',
  'custody/second-copy.ts',
  'custody/server-lodging.ts',
  'custody/server.ts',
  'custody/unseen-sending.ts',
] as const;
