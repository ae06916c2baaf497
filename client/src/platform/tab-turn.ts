/** What at most one tab has at a time, for as long as it wants. Without Web Locks, which the floor asks for, everybody has it. */

export interface TurnWish {
  /** How long to wait for a page that is just going away, in ms. */
  readonly patience: number;
  /** Takes it from whoever has it. */
  readonly isForced: boolean;
  /** Another tab has taken it away. */
  readonly lost: () => void;
}

/** Answers how to give it back; undefined while another tab has it. */
export async function takeTabTurn(name: string, wish: TurnWish): Promise<(() => void) | undefined> {
  const locks = findLocks();
  let leave = (): void => undefined;
  if (!locks) return leave;
  const staying = new Promise<void>((resolve) => (leave = resolve));
  return new Promise((resolve) => {
    let isMine = false;
    const stay = (): Promise<void> => {
      isMine = true;
      resolve(leave);
      return staying;
    };
    const how = wish.isForced ? { steal: true } : { signal: AbortSignal.timeout(wish.patience) };
    locks.request(name, how, stay).catch(() => {
      if (isMine) wish.lost();
      else resolve(undefined);
    });
  });
}

/** Some tab has it, this one included. */
export async function isTurnTaken(name: string): Promise<boolean> {
  const held = await findLocks()?.query();
  return held?.held?.some((lock) => lock.name === name) ?? false;
}

function findLocks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
}
