/** One phone's list of who came, as facts; and the one line that says whose phone it is. Adds nothing up. */
import type { RecordId } from '#shared/ids';
import type { ListCode } from '#shared/contracts/list-code';
import type { Head, Visitor } from '#shared/model/attendance';
import { listEntries } from '#shared/model/collection';
import type { RecordView } from '../../custody/record-store.ts';

export interface AttendanceList {
  readonly record: RecordId;
  readonly session: string;
  /** Id of the phone that keeps this list. */
  readonly device: string;
  /** Whoever held it when the list was begun. */
  readonly owner: string;
  /** Head of its queue numbers; undefined in a list from before letters were written down. */
  readonly letter: string | undefined;
  /** Letters that it has handed out to phones that joined by its code. */
  readonly lettersGiven: number;
  /** Letters of codes that no phone took. */
  readonly lettersUnused: readonly string[];
  /** How many codes of it were shown to other phones. */
  readonly codesShown: number;
  /** Where its holder sits, as far as anybody said. */
  readonly table: number | undefined;
  readonly heads: readonly (readonly [key: string, head: Head])[];
  readonly visitors: readonly (readonly [number: string, visitor: Visitor])[];
  /** Number → what several phones said of this person without having seen each other; the value above is one of them. */
  readonly doubles: Readonly<Record<string, readonly Visitor[]>>;
  /** What a code of it said, while that is more than what is here. */
  readonly told?: ListCode | undefined;
}

export function readAttendance({ record, values, conflicts }: RecordView): AttendanceList {
  const [device = '', ...owner] = String(values['machine'] ?? '').split(' ');
  return {
    record,
    session: String(values['session'] ?? ''),
    device,
    owner: owner.join(' '),
    letter: typeof values['letter'] === 'string' ? values['letter'] : undefined,
    lettersGiven: Number(values['lettersGiven'] ?? 0),
    lettersUnused: listEntries<boolean>(values, 'lettersUnused').flatMap(([letter, is]) =>
      is ? letter : [],
    ),
    codesShown: Number(values['codesShown'] ?? 0),
    table: typeof values['table'] === 'number' ? values['table'] : undefined,
    heads: listEntries<Head>(values, 'heads'),
    visitors: listEntries<Visitor>(values, 'visitors'),
    doubles: readDoubles(conflicts),
  };
}

function readDoubles(conflicts: RecordView['conflicts']): AttendanceList['doubles'] {
  const start = 'visitors/';
  const doubled = Object.entries(conflicts).filter(([path]) => path.startsWith(start));
  return Object.fromEntries(
    doubled.map(([path, said]) => [
      path.slice(start.length),
      said.filter((one) => one !== null) as unknown as Visitor[],
    ]),
  );
}

/** The device first, so that a phone finds its own list again; then a name, for people. At most 200 characters. */
export function writeMachine(device: string, owner: string): string {
  return `${device} ${owner}`.slice(0, 200);
}
