/** The worker that sends while no page does: it only reads, may be woken at any time, and dies with the phone. */
import type { DeviceDisk } from '../src/custody/device-types.ts';
import { LIMITS } from '../src/model/envelope.ts';
import { carry } from './line.ts';
import { Violation } from './violation.ts';
import type { Phone, SyncReply, Tab, World } from './world.ts';

const ANSWER_TIMEOUT = 30_000;

/** Woken by the browser. A page in sight sends by itself; one that is hidden may be sending as well. */
export function wakeWorker(world: World, handset: number): void {
  const { random, tally, phones } = world;
  const vaults = phones.filter((phone) => phone.handset === handset);
  const isOpen = vaults.some(({ tabs }) => tabs.some((tab) => tab.alive));
  if (isOpen && !random.chance(0.3)) return;
  tally.workerWoken++;
  if (isOpen) tally.workerBesideAPage++;
  for (const phone of vaults) drain(world, phone);
}

/** Whoever else has a vault on this phone, or has lost its PIN: what they queued must not wait for them. */
export function sendForOthers(world: World, { phone, alive }: Tab): void {
  if (!alive) return;
  for (const other of world.phones) {
    if (other.handset !== phone.handset || other === phone) continue;
    world.tally.sentForAnother++;
    drain(world, other);
  }
}

interface Drain {
  readonly phone: Phone;
  /** As it was read at the beginning. */
  readonly head: DeviceDisk;
  readonly lives: number;
}

function drain(world: World, phone: Phone): void {
  const { disk, isEmpty, isStopped, lives } = phone;
  const { meta: head, hasSendKey } = disk;
  if (isEmpty || !world.cores.maySendUnseen({ hasSendKey, isStopped, head })) return;
  ask(world, { phone, head, lives }, undefined);
}

/** `from`: where the stretch begins that is sent with it. */
function ask(world: World, drained: Drain, from: number | undefined): void {
  const { phone, head, lives } = drained;
  const { cores, tally } = world;
  const device = head.device;
  const rows = from === undefined ? [] : listRows(world, drained, from);
  const [first] = rows;
  const prev = first?.prev ?? head.head.hash;
  const call = {
    ...{ device, from: first?.seq ?? head.head.seq + 1, prev, items: rows },
    ...{ saidSeq: head.head.seq, noted: [] },
  };
  if (rows.length > 0) tally.workerSent++;
  let isAnswered = false;
  const take = (reply: SyncReply | undefined): void => {
    if (isAnswered) return;
    isAnswered = true;
    if (phone.lives !== lives || phone.id !== device) {
      tally.workerKilled++;
      return;
    }
    if (reply) countAnswer(world, drained, reply);
    const next = cores.continueUnseen(first && from, reply?.facts);
    if (next.type === 'over') return checkDrained(drained, { reply, isDrained: next.isDrained });
    if (listRows(world, drained, next.from).length > 0) return ask(world, drained, next.from);
    checkDrained(drained, { reply, isDrained: true });
  };
  carry(world, phone, { call, take: (outcome) => take(outcome.ok ? outcome.reply : undefined) });
  world.schedule.after(ANSWER_TIMEOUT, () => take(undefined));
}

function listRows(world: World, { phone }: Drain, from: number): DeviceDisk['queue'] {
  const range = phone.disk.meta.queue.filter(({ seq }) => seq >= from && seq < from + LIMITS.itemsPerBatch);
  return world.cores.cutStretch(range, from, LIMITS.defaultBatchBytes);
}

function countAnswer({ tally }: World, { phone, head }: Drain, { facts }: SyncReply): void {
  if (facts.standing === 'waiting') tally.workerBeforeApproval++;
  if (head.incarnation !== null && facts.incarnation !== head.incarnation) tally.workerToRestoredServer++;
  phone.sentByWorker = Math.max(phone.sentByWorker, facts.upTo);
}

function checkDrained(
  { phone, head }: Drain,
  { reply, isDrained }: { readonly reply: SyncReply | undefined; readonly isDrained: boolean },
): void {
  if (!isDrained || reply?.facts.forked === true) return;
  const here = reply?.facts.upTo ?? 0;
  if (here < head.head.seq) {
    throw new Violation('I31', `of ${phone.name} the commune has ${here} of ${head.head.seq} places`);
  }
}
