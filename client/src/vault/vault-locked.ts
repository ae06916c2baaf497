/** What a call to a vault rejects with when there is no unlocked vault to answer it. Says nothing about why it was locked. */

export class VaultLocked extends Error {
  readonly type = 'locked';

  constructor() {
    super('The vault is locked.');
  }
}

/** The worker could not be started, or died: the keys are gone with it, and nothing that was pending has happened. */
export class VaultStopped extends Error {
  readonly type = 'stopped';

  constructor(reason: string) {
    super(`The vault's worker stopped: ${reason}`);
  }
}
