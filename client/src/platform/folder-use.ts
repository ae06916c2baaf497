/** Which tab has the lodging folder in use. Shares no line with the start screen, so that it may be fetched apart from it. */
const NAME = 'gocua.lodging-folder';

function findLocks(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}

/** Runs `act` unless another tab has the folder in use. */
export async function whenUnused(act: () => Promise<void>): Promise<void> {
  const locks = findLocks();
  if (!locks) return act();
  await locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? act() : undefined));
}

/** In use until what is answered is called or the page is gone. */
export function holdFolder(): Promise<() => void> {
  return new Promise((entered) => {
    const stay = () => new Promise<void>((leave) => entered(leave));
    const locks = findLocks();
    if (locks) void locks.request(NAME, stay);
    else void stay();
  });
}
