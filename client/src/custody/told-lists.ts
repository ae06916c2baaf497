/** What other phones' codes said of their lists, kept encrypted on this phone. Shown, and never sent: their lists are theirs to send. */
import { type ListCode, readListCode, writeListCode } from '#shared/contracts/list-code';
import type { OfficeMemory } from './office-memory.ts';

const KEY = 'toldLists';
/** Of more phones than a commune has sessions with in a season; the oldest goes first. */
const MOST = 60;

export class ToldLists {
  readonly #memory: OfficeMemory;
  readonly #onChange: () => void;
  #codes: readonly ListCode[] = [];

  constructor(memory: OfficeMemory, onChange: () => void) {
    this.#memory = memory;
    this.#onChange = onChange;
  }

  /** The latest of each list; the same array until one is added. */
  readonly list = (): readonly ListCode[] => this.#codes;

  async recall(): Promise<void> {
    // A vault that is locked meanwhile remembers nothing.
    this.#take(await this.#read().catch(() => []));
  }

  /** True once it was read back from the disk; otherwise it is shown until the phone is locked. */
  async keep(code: ListCode): Promise<boolean> {
    // Another tab may have kept one meanwhile.
    this.#take([...(await this.#read().catch(() => [])), code]);
    await this.#memory.remember(KEY, this.#codes.map(writeListCode)).catch(() => undefined);
    const kept = await this.#read().catch(() => []);
    return kept.some(({ list, shown }) => list === code.list && shown >= code.shown);
  }

  async #read(): Promise<readonly ListCode[]> {
    const kept = await this.#memory.recall(KEY);
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((text) => {
      const read = readListCode(String(text));
      return read.ok ? [read.value] : [];
    });
  }

  #take(codes: readonly ListCode[]): void {
    const latest = new Map(this.#codes.map((code) => [code.list, code]));
    for (const code of codes) {
      const known = latest.get(code.list);
      if (known && !isLater(code, known)) continue;
      latest.delete(code.list);
      latest.set(code.list, code);
    }
    this.#codes = [...latest.values()].slice(-MOST);
    this.#onChange();
  }
}

/** Of two codes of one list. A phone that died before it had saved the count shows the same one again, with more on it. */
export function isLater(one: ListCode, other: ListCode): boolean {
  return one.shown > other.shown || (one.shown === other.shown && one.at > other.at);
}
