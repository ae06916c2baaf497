/**
 * Every write is refused as the browser refuses it, by the name of its error; null: it is well again. A dead handle refuses
 * already the transaction. Runs in the page; a store that is really full: custody.spec.
 */
export function setFault(name: string | null): void {
  const store = IDBObjectStore.prototype as typeof IDBObjectStore.prototype & {
    sound?: IDBObjectStore['put'];
  };
  const handle = IDBDatabase.prototype as typeof IDBDatabase.prototype & {
    sound?: IDBDatabase['transaction'];
  };
  const [put, begin] = [(store.sound ??= store.put), (handle.sound ??= handle.transaction)];
  const refuse = () => {
    throw new DOMException('Refused by the test.', name ?? '');
  };
  const isDead = name === 'InvalidStateError';
  store.put = name === null || isDead ? put : refuse;
  handle.transaction = isDead ? refuse : begin;
}

export const NO_ROOM = 'QuotaExceededError';
