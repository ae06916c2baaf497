/** A store that takes nothing more, as a browser says it; what was open before the fault is refused too. */
let roomy: IDBObjectStore['put'] | undefined;

export function setFull(isFull: boolean): void {
  const store = IDBObjectStore.prototype;
  roomy ??= store.put;
  const refuse = (): never => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };
  store.put = isFull ? refuse : roomy;
}
