/** One person's attempt at joining, from the PIN to the enrolled vault, over a death of the page or of the worker. Knows no screen. */
import { err, ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import type { ConnectionNotices } from '../storage/vault-connection.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import { type EnrolFault, type EnrolInput, type EnrolledVault, Enrolment } from './enrol.ts';
import { reopenEnrolment } from './kept-enrolment.ts';
import { heedVault, type UnlockTrouble, type VaultSilent } from './unlock.ts';

export interface JoiningParts {
  readonly clock: Clock;
  readonly build: string;
  /** A fresh vault in a fresh worker, locked. */
  readonly startVault: () => Vault;
  readonly createNotices: () => ConnectionNotices;
}

export type JoinFault = EnrolFault | VaultSilent | { readonly type: 'notBegun' };

export class Joining {
  readonly #parts: JoiningParts;
  #enrolment: Enrolment | undefined;

  constructor(parts: JoiningParts) {
    this.#parts = parts;
  }

  /** Makes the keys of a new vault under this PIN; about three derivations long. */
  async begin(pin: string): Promise<Result<void, UnlockFault | VaultSilent>> {
    const { clock, startVault, createNotices } = this.#parts;
    const begun = await heedVault(() =>
      Enrolment.begin(startVault(), { pin, notices: createNotices(), now: clock.wall() }),
    );
    if (!begun.ok) return begun;
    this.#enrolment?.vault.lock();
    this.#enrolment = begun.value;
    return ok(undefined);
  }

  /** Opens the keys of an attempt that the page did not survive; answers the code that it was made with. */
  async resume(pin: string): Promise<Result<string, UnlockTrouble>> {
    const { clock, startVault, createNotices } = this.#parts;
    const vault = startVault();
    const reopened = await heedVault(() => reopenEnrolment(vault, pin, clock.wall()));
    if (!reopened.ok) {
      vault.lock();
      return reopened;
    }
    const { code, ...begun } = reopened.value;
    this.#enrolment = new Enrolment({ vault, ...begun, notices: createNotices() });
    return ok(code);
  }

  /**
   * After `begin` or `resume`; may be tried again with another code or on a better line. `vaultStopped`: the keys went with
   * their worker, and the PIN opens them again from the disk.
   */
  async submit(
    input: Omit<EnrolInput, 'build'>,
  ): Promise<Result<EnrolledVault & { readonly vault: Vault }, JoinFault>> {
    const enrolment = this.#enrolment;
    if (!enrolment) return err({ type: 'notBegun' });
    const enrolled = await heedVault(() => enrolment.submit({ ...input, build: this.#parts.build }));
    if (enrolled.ok || enrolled.error.type === 'vaultStopped') this.#enrolment = undefined;
    return enrolled.ok ? ok({ ...enrolled.value, vault: enrolment.vault }) : enrolled;
  }
}
