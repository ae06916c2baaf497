/** Sends what the disk refuses straight from memory, sealed as a save is, and notes what the commune has said that it has. */
import type { ErrorCode } from '#shared/contracts/error-codes';
import type { NetworkFault } from '#shared/custody/device-types';
import { VaultLocked, VaultStopped } from '../vault/vault-locked.ts';
import type { SendFault } from './read-refusal.ts';
import { isReceived } from './record-store.ts';
import { sealUnsaved, type UnplacedRun, type UnsavedParts } from './seal-unsaved.ts';
import type { Sender } from './sender.ts';
import { exchangeUnplaced, type TransportParts } from './transport.ts';

export interface HandInParts extends UnsavedParts {
  readonly sender: Pick<Sender, 'sendNow'>;
  readonly transport: TransportParts;
}

/** Why what is left has not been received: our server's word, or the line's; undefined where nothing is left. */
export interface HandInOutcome {
  readonly received: number;
  readonly left: number;
  readonly refusedAs: ErrorCode | undefined;
  readonly fault: NetworkFault | undefined;
}

const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 100;

/** What is queued goes first, since the commune takes this only as what comes next. */
export async function handIn(parts: HandInParts): Promise<HandInOutcome> {
  await parts.sender.sendNow();
  await waitForQueue(parts);
  try {
    return await sendAll(parts);
  } catch (thrown) {
    if (thrown instanceof VaultLocked || thrown instanceof VaultStopped) return describe(parts, {});
    throw thrown;
  }
}

async function waitForQueue({ runner, clock }: HandInParts): Promise<void> {
  for (let waited = 0; runner.isSending && waited < PATIENCE_MS; waited += LOOK_EVERY_MS)
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
}

async function sendAll(parts: HandInParts): Promise<HandInOutcome> {
  let refusedAs: ErrorCode | undefined;
  for (const unplaced of await sealUnsaved(parts)) {
    const outcomes = await exchangeUnplaced(parts.transport, unplaced.run);
    if (!outcomes.ok) return describe(parts, outcomes.error);
    noteReceived(parts, unplaced, outcomes.value);
    refusedAs ??= outcomes.value.find((code) => code !== null) ?? undefined;
  }
  return { ...describe(parts, {}), refusedAs };
}

function noteReceived(
  { store }: HandInParts,
  { sealed }: UnplacedRun,
  outcomes: readonly (ErrorCode | null)[],
): void {
  for (const [at, { record, unsaved }] of sealed.entries()) {
    const entry = store.findEntry(record);
    if (outcomes[at] === null && entry?.handedIn)
      store.change(record, entry.collection, { handedIn: { ...entry.handedIn, received: unsaved } });
  }
}

function describe(parts: HandInParts, { fault, refusal }: Partial<SendFault>): HandInOutcome {
  const unsaved = [...parts.store.listEntries()]
    .map(([, entry]) => entry)
    .filter((one) => one.unsaved.size > 0);
  const received = unsaved.filter(isReceived).length;
  return { received, left: unsaved.length - received, fault, refusedAs: refusal?.error };
}
