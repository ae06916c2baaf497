/** How much room the browser grants, and whether it has promised to keep it. Estimates: browsers round and lie a little. */

export interface StorageSpace {
  /** Undefined where the browser does not say. */
  readonly usedBytes: number | undefined;
  readonly leftBytes: number | undefined;
  readonly isPersistent: boolean;
}

export async function readStorageSpace(): Promise<StorageSpace> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  try {
    const [estimate, isPersistent] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()]);
    const { usage, quota } = estimate ?? {};
    const leftBytes = usage === undefined || quota === undefined ? undefined : Math.max(0, quota - usage);
    return { usedBytes: usage, leftBytes, isPersistent: isPersistent ?? false };
  } catch {
    return { usedBytes: undefined, leftBytes: undefined, isPersistent: false };
  }
}

/** Asked after enrolment, when the browser has seen that the app is used; a refusal is common and costs a notice only. */
export async function askForPersistence(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
