/**
 * The code by which one phone of a session tells another how far its list is, without signal: one line of text, carried by a
 * square code. Holds queue numbers with their state, and sums. Never whom: no name, no record, nothing of one person but
 * that a number waits.
 */
import * as z from 'zod/mini';
import { isId } from '../ids.ts';
import {
  ageBands,
  type AgeBand,
  queueLetter,
  queueNumber,
  readQueueNumber,
  table,
} from '../model/attendance.ts';
import { instant, tally } from '../model/field-kinds.ts';
import { err, ok, type Result } from '../result.ts';
import { type CodeFault, unwrapCode, wrapCode } from './code-text.ts';

const id = z.custom<string>(isId);
const states = { w: 'waiting', i: 'inHand', d: 'done' } as const;

const toldNumber = z.strictObject({
  number: queueNumber,
  state: z.enum(['waiting', 'inHand', 'done']),
  /** While in hand: at which table, as far as anybody said. */
  table: z.optional(table),
});
export type ToldNumber = z.infer<typeof toldNumber>;

const content = z.strictObject({
  session: id,
  /** The list's own id: by it, and not by the letter, which may change, the true one is known when it comes. */
  list: id,
  letter: queueLetter,
  /** How many codes this list has shown, this one among them. The list says so too: whoever has it so far has all of this. */
  shown: tally.check(z.gte(1)),
  /** Milliseconds of that phone's clock: said, and compared only between two codes of one list. */
  at: instant,
  /** Counted without a name, the declined among them. */
  heads: tally,
  declined: tally,
  /** Of everybody on the list, with a number or without. */
  female: tally,
  male: tally,
  bands: z.strictObject({ under18: tally, to35: tally, to59: tally, from60: tally }),
  /** In the order of the numbers, each once. */
  numbers: z.array(toldNumber).check(z.maxLength(999)),
});
export type ListCode = z.infer<typeof content>;

const WRAPPING = { kind: 'gl', version: 1 } as const;
const RUN = /^([A-Z]{1,4})([1-9]\d{0,3})((?:w|d|i\d{0,2})+)$/;

export function writeListCode(code: ListCode): string {
  const { session, list, letter, shown, at, heads, declined, female, male, bands, numbers } = code;
  const sums = [heads, declined, female, male, ...ageBands.map((band) => bands[band])];
  return wrapCode(
    WRAPPING,
    [session, list, letter, shown, at.toString(36), sums.join('-'), writeRuns(numbers)].join('.'),
  );
}

/** Takes the bare code as well as the whole address that ends in it. */
export function readListCode(text: string): Result<ListCode, CodeFault> {
  const body = unwrapCode(WRAPPING, text);
  if (!body.ok) return body;
  const read = content.safeParse(parseBody(body.value));
  // What would be written otherwise was not written by us.
  const isOurs =
    read.success && addsUp(read.data) && writeListCode(read.data) === wrapCode(WRAPPING, body.value);
  return isOurs ? ok(read.data) : err('broken');
}

function parseBody(body: string): unknown {
  const [session, list, letter, shown, at = '', sums = '', runs = '', ...more] = body.split('.');
  const [heads, declined, female, male, ...ages] = sums.split('-').map(Number);
  if (more.length > 0) return undefined;
  return {
    ...{ session, list, letter, shown: Number(shown), at: Number.parseInt(at, 36) },
    ...{ heads, declined, female, male },
    bands: Object.fromEntries(ageBands.map((band, index) => [band, ages[index]])),
    numbers: readRuns(runs),
  };
}

/** With a number or without. */
export function countToldPeople({ heads, numbers }: Pick<ListCode, 'heads' | 'numbers'>): number {
  return heads + numbers.length;
}

/** Every number once, and no more of any kind than people. */
function addsUp(code: ListCode): boolean {
  const { heads, declined, female, male, bands, numbers } = code;
  const people = countToldPeople(code);
  const aged = ageBands.reduce((sum, band: AgeBand) => sum + bands[band], 0);
  const isOnce = new Set(numbers.map(({ number }) => number)).size === numbers.length;
  return isOnce && declined <= heads && female + male <= people && aged <= people;
}

/** B01 waiting, B02 in hand at table 2, B03 done, and N07 done: `B1wi2d_N7d`. */
function writeRuns(numbers: readonly ToldNumber[]): string {
  let text = '';
  let next = '';
  for (const { number, state, table: at } of numbers) {
    const { letter, place } = readQueueNumber(number) ?? { letter: '', place: 0 };
    if (`${letter}${place}` !== next) text += `${text === '' ? '' : '_'}${letter}${place}`;
    text += state.slice(0, 1) + (at ?? '');
    next = `${letter}${place + 1}`;
  }
  return text;
}

/** Undefined for what is no run of numbers. */
function readRuns(text: string): unknown {
  if (text === '') return [];
  const runs = text.split('_').map((run) => RUN.exec(run));
  if (runs.includes(null)) return undefined;
  return runs.flatMap((run) => {
    const [, letter = '', first, said = ''] = run ?? [];
    return (said.match(/[wid]\d*/g) ?? []).map((one, at) => ({
      number: `${letter}${String(Number(first) + at).padStart(2, '0')}`,
      state: states[one.charAt(0) as keyof typeof states],
      ...(one.length > 1 && { table: Number(one.slice(1)) }),
    }));
  });
}
