/** The line between a phone and the server: it loses, repeats, delays, and sometimes answers with somebody else's page. */
import type { NetworkFault } from '../src/custody/device-types.ts';
import { receiveSync } from './house.ts';
import { HOUR, MINUTE, type Phone, type SyncCall, type SyncReply, type World } from './world.ts';

export type LineOutcome =
  { readonly ok: true; readonly reply: SyncReply } | { readonly ok: false; readonly fault: NetworkFault };

/** `take` is called at most once; never, when nothing comes back. */
export function carry(
  world: World,
  phone: Phone,
  { call, take }: { readonly call: SyncCall; readonly take: (outcome: LineOutcome) => void },
): void {
  const { random, schedule, faults, tally } = world;
  if (random.chance(faults.captive)) {
    tally.captivePortal++;
    schedule.after(1_000, () => take({ ok: false, fault: 'notOurAnswer' }));
    return;
  }
  if (random.chance(faults.staleNonce)) {
    tally.staleNonce++;
    schedule.after(300, () => take({ ok: false, fault: 'nonceStale' }));
    return;
  }
  if (random.chance(faults.duplicated)) {
    tally.messageDuplicated++;
    schedule.after(random.between(1, 10 * MINUTE), () => receiveSync(world, call));
  }
  if (random.chance(faults.late)) {
    // Carried by another phone, or held in a proxy: it arrives long after its sender has given up.
    tally.messageLate++;
    schedule.after(random.between(HOUR, 30 * HOUR), () => receiveSync(world, call));
    return;
  }
  if (random.chance(phone.loss * faults.lost)) {
    tally.messageLost++;
    return;
  }
  schedule.after(random.between(100, 4_000), () => deliver(world, phone, { call, take }));
}

function deliver(
  world: World,
  phone: Phone,
  { call, take }: { readonly call: SyncCall; readonly take: (outcome: LineOutcome) => void },
): void {
  const { random, schedule, faults, tally } = world;
  const reply = receiveSync(world, call);
  if (!reply) return;
  if (random.chance(phone.loss * faults.lost)) {
    tally.answerLost++;
    return;
  }
  schedule.after(random.between(100, 4_000), () => take({ ok: true, reply }));
}
