/** What happens when, in simulated milliseconds; what is due at one instant happens in the order in which it was asked for. */
interface Entry {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

export class Schedule {
  now = 0;
  private order = 0;
  private readonly heap: Entry[] = [];

  at(time: number, act: () => void): void {
    const entry = { at: Math.max(time, this.now), order: this.order++, act };
    const { heap } = this;
    heap.push(entry);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(entry, heap[parent])) break;
      heap[child] = heap[parent] as Entry;
      child = parent;
    }
    heap[child] = entry;
  }

  after(delay: number, act: () => void): void {
    this.at(this.now + delay, act);
  }

  /** Runs everything up to and including `until`, then stands there. */
  runUntil(until: number): void {
    for (let next = this.heap[0]; next && next.at <= until; next = this.heap[0]) {
      this.takeFirst();
      this.now = next.at;
      next.act();
    }
    this.now = until;
  }

  private takeFirst(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= heap.length) break;
      if (isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], last)) break;
      heap[parent] = heap[child] as Entry;
      parent = child;
    }
    heap[parent] = last;
  }
}

function isBefore(one: Entry | undefined, other: Entry | undefined): boolean {
  if (!one || !other) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
