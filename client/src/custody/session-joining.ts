/** A session's way to a vault that is not here yet, or only half: asking, beginning, and going on after a page that died. Opens none. */
import { ok, type Result } from '#shared/result';
import { dropUnfinished, findUnfinished, type LostDatabase } from '../storage/vault-registry.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import type { DeviceSnapshot } from './device-snapshot.ts';
import type { EnrolInput, EnrolledVault } from './enrol.ts';
import type { JoinFault, Joining, JoiningParts } from './joining.ts';
import type { UnlockTrouble, VaultSilent } from './unlock.ts';

export type UnfinishedSnapshot = Extract<DeviceSnapshot, { state: 'unfinished' }>;

export interface SessionJoiningParts extends JoiningParts {
  readonly say: (snapshot: DeviceSnapshot) => void;
}

export class SessionJoining {
  readonly #parts: SessionJoiningParts;
  #joining: Joining | undefined;

  constructor(parts: SessionJoiningParts) {
    this.#parts = parts;
  }

  /** Whether an attempt is to be gone on with, or there is none. `isBeside`: other people's books are here. */
  async ask(lost: readonly LostDatabase[], isBeside = false): Promise<void> {
    const { clock, say } = this.#parts;
    const found = await findUnfinished(clock.wall());
    if (!found.ok) return say({ state: 'failed', fault: found.error });
    if (!found.value) return say({ state: 'noVault', lost, ...(isBeside && { isBeside }) });
    const { vaultId, initials } = found.value;
    const prompt = { isBusy: false, trouble: undefined, isErased: false };
    say({ state: 'unfinished', vaultId, initials, lost, ...prompt });
  }

  async begin(pin: string): Promise<Result<void, UnlockFault | VaultSilent>> {
    return (await this.#start()).begin(pin);
  }

  async drop({ vaultId, lost }: UnfinishedSnapshot): Promise<void> {
    await dropUnfinished(vaultId);
    this.#parts.say({ state: 'noVault', lost });
  }

  async resume(snapshot: UnfinishedSnapshot, pin: string): Promise<Result<void, UnlockTrouble>> {
    const { say } = this.#parts;
    say({ ...snapshot, isBusy: true, trouble: undefined });
    const resumed = await (await this.#start()).resume(pin);
    if (!resumed.ok) {
      const isErased = resumed.error.type === 'erased';
      say({ ...snapshot, isBusy: false, isErased, trouble: resumed.error });
      return resumed;
    }
    const { initials, lost } = snapshot;
    say({ state: 'noVault', lost, resumed: { code: resumed.value, initials } });
    return ok(undefined);
  }

  /** After `begin` or `resume`, as often as it takes. */
  async submit(
    input: Omit<EnrolInput, 'build'>,
  ): Promise<Result<EnrolledVault & { readonly vault: Vault }, JoinFault>> {
    return (await this.#start()).submit(input);
  }

  /** Fetched when somebody joins: a phone that is only unlocked does without. */
  async #start(): Promise<Joining> {
    const { Joining: Attempt } = await import('./joining.ts');
    return (this.#joining ??= new Attempt(this.#parts));
  }
}
