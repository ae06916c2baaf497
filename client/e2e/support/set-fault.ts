/**
 * Every write is refused as the browser refuses it, by the name of its error; null: it is well again. Runs in the page; a store
 * that is really full: custody.spec.
 */
export function setFault(name: string | null): void {
  const store = IDBObjectStore.prototype as typeof IDBObjectStore.prototype & {
    sound?: IDBObjectStore['put'];
  };
  const put = (store.sound ??= store.put);
  const refuse = () => {
    throw new DOMException('Refused by the test.', name ?? '');
  };
  store.put = name === null ? put : refuse;
}

export const NO_ROOM = 'QuotaExceededError';
