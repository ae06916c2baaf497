/** Takes what a phone's own disk refuses, or what somebody carries here in a file of such: obeyed without a place in the sequence. */
import type { ErrorCode, WireError } from '#shared/contracts/error-codes';
import type { Run } from '#shared/contracts/sync';
import { applyUnplaced } from '#shared/custody/server-unplaced';
import { err, ok, type Result } from '#shared/result';
import { type AcceptDeps, type Arrival, checkSizes, openRun } from './accept-envelopes.ts';
import { chainRun, isUnplacedFromOrigin } from './arrived-run.ts';
import { readSlice } from './read-slice.ts';
import { writePlan } from './write-plan.ts';

export interface UnplacedArrival extends Omit<Arrival, 'runs'> {
  readonly run: Run;
}

/** One transaction with full durability, as for everything that a phone is told to have arrived. */
export async function acceptUnplaced(
  deps: AcceptDeps,
  { run, carrier, now }: UnplacedArrival,
): Promise<Result<readonly (ErrorCode | null)[], WireError>> {
  const refused = checkSizes([run]);
  if (refused) return err(refused);
  const origin = await deps.store.findDevice(run.device);
  const by = await deps.store.findDevice(carrier);
  if (!origin || origin.communeN !== by?.communeN) return err({ error: 'deviceUnknown' });
  // Whoever carries another's file is one of the commune's own.
  if (by.id !== origin.id && by.standing !== 'approved')
    return err({ error: by.standing === 'waiting' ? 'deviceWaiting' : 'deviceRevoked' });
  const arrived = chainRun(run);
  if (!isUnplacedFromOrigin(run, arrived, { sendKey: origin.sendKey, carrier }))
    return err({ error: 'signatureWrong', field: 'unplaced' });
  return deps.store.applyBatch((tx) => {
    const device = tx.findDevice(origin.id) ?? origin;
    const context = { keys: deps.keys, device, bornOfRestore: deps.incarnation.bornOfRestore };
    const { slice, opened, stored } = readSlice(tx, context, openRun(deps, device, { run, arrived, now }));
    const { writes, outcomes } = applyUnplaced(slice, opened);
    writePlan(tx, { keys: deps.keys, device, now, stored, findSealed: refuseToFind }, { writes });
    return ok(outcomes);
  });
}

function refuseToFind(): never {
  throw new Error('What takes no place is neither held nor kept sealed.');
}
