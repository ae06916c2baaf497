/** As the browser refuses what there is no room for. Runs in the page; a store that is really full: custody.spec. */
export function setFull(isFull: boolean): void {
  const store = IDBObjectStore.prototype as typeof IDBObjectStore.prototype & {
    roomy?: IDBObjectStore['put'];
  };
  const put = (store.roomy ??= store.put);
  const refuse = () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };
  store.put = isFull ? refuse : put;
}
