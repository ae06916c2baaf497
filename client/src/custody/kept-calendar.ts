/** What the commune says of its days and hours, on this device: kept under the vault, so that it holds without signal. */
import { communeCalendar, type CommuneCalendar } from '#shared/contracts/enrolment';
import type { OfficeMemory } from './office-memory.ts';

const KEY = 'officeCalendar';

export class KeptCalendar {
  readonly #memory: OfficeMemory;
  readonly #onChange: () => void;
  #calendar: CommuneCalendar | undefined;

  constructor(memory: OfficeMemory, onChange: () => void) {
    this.#memory = memory;
    this.#onChange = onChange;
  }

  /** Undefined where the commune has said nothing, or the disk has not answered yet: the calendar of the country stands. */
  get(): CommuneCalendar | undefined {
    return this.#calendar;
  }

  async recall(): Promise<void> {
    // A vault that is locked meanwhile remembers nothing.
    const parsed = communeCalendar.safeParse(await this.#memory.recall(KEY).catch(() => undefined));
    if (parsed.success && !this.#calendar) this.#take(parsed.data);
  }

  keep(calendar: CommuneCalendar): void {
    this.#memory.remember(KEY, calendar).catch(() => undefined);
    this.#take(calendar);
  }

  #take(calendar: CommuneCalendar): void {
    this.#calendar = calendar;
    this.#onChange();
  }
}
