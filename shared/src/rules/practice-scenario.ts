/**
 * What a trainee is asked to do, and the proof that it was done: judged by what the phone and the practice commune have
 * really recorded, never by which button was pressed. Knows no scenario by name.
 */
import type { Json, Patch } from '../model/operation.ts';
import type { BilingualText } from './bilingual-text.ts';

export interface PracticeRecord {
  readonly record: string;
  readonly collection: string;
  readonly values: Patch;
}

export interface PracticeEvidence {
  /** Saved on this phone: what is still being typed is no proof. */
  readonly phone: readonly PracticeRecord[];
  /** Opened and taken by the practice commune. */
  readonly received: readonly PracticeRecord[];
  readonly hasLine: boolean;
  /** Milliseconds since 1970: when this page was opened, or opened again. */
  readonly pageOpenedAt: number;
}

/** One thing that a record must say. `path` may end in `/*`: then any of its entries will do. */
export interface Wish {
  readonly path: string;
  /** What is looked at inside the value, where the value is a map. */
  readonly inside?: string;
  /** One of these; without it anything that is there will do. */
  readonly oneOf?: readonly Json[];
  /** It must name the person of the scenario. */
  readonly isPerson?: boolean;
  /** An instant before the page was opened: the record has lived through a reload. */
  readonly isBeforePage?: boolean;
}

export interface Proof {
  /** `phoneOnly`: on the phone, not at the commune, while there is no line. Once seen it stays proved. */
  readonly where: 'phone' | 'phoneOnly' | 'commune';
  readonly collection: string;
  readonly wishes: readonly Wish[];
}

export interface PracticeStep {
  readonly id: string;
  /** What to do, in words that lead with nothing but the screen. */
  readonly text: BilingualText;
  /** Where to look again when it went wrong; `:person` stands for the person's own address. */
  readonly look: string;
  readonly proof: Proof;
}

export interface PracticeScenario {
  readonly id: string;
  readonly title: BilingualText;
  /** Who comes, in one sentence. */
  readonly story: BilingualText;
  /** Text of the sample card's QR code; its first twelve digits are the person's number. */
  readonly card: string;
  readonly steps: readonly PracticeStep[];
}

/** The record of the scenario's person on this phone; undefined before they are written down. */
export function findPerson(scenario: PracticeScenario, evidence: PracticeEvidence): string | undefined {
  const number = scenario.card.slice(0, 12);
  const isThem = ({ collection, values }: PracticeRecord): boolean =>
    collection === 'citizen' && values['personalId'] === number;
  return evidence.phone.find(isThem)?.record;
}

/** Ids of the steps that are proved now; `seen`: those of before, of which `phoneOnly` ones stay. */
export function listProved(
  scenario: PracticeScenario,
  evidence: PracticeEvidence,
  seen: readonly string[] = [],
): string[] {
  const person = findPerson(scenario, evidence);
  return scenario.steps
    .filter(({ id, proof }) => {
      const stays = proof.where === 'phoneOnly' && seen.includes(id);
      return stays || isProved(proof, evidence, person);
    })
    .map(({ id }) => id);
}

function isProved(proof: Proof, evidence: PracticeEvidence, person: string | undefined): boolean {
  const { phone, received, hasLine, pageOpenedAt } = evidence;
  if (proof.where === 'phoneOnly' && hasLine) return false;
  const isReceived = new Set(received.map(({ record }) => record));
  const among = proof.where === 'commune' ? received : phone;
  return among.some(
    ({ record, collection, values }) =>
      collection === proof.collection &&
      !(proof.where === 'phoneOnly' && isReceived.has(record)) &&
      proof.wishes.every((wish) => isGranted(wish, values, { person, pageOpenedAt })),
  );
}

interface Known {
  readonly person: string | undefined;
  readonly pageOpenedAt: number;
}

function isGranted(wish: Wish, values: Patch, known: Known): boolean {
  return listValues(wish, values).some((value) => {
    if (wish.isPerson === true) return known.person !== undefined && value === known.person;
    if (wish.isBeforePage === true) return typeof value === 'number' && value < known.pageOpenedAt;
    return wish.oneOf?.includes(value) ?? true;
  });
}

function listValues({ path, inside }: Wish, values: Patch): Json[] {
  const head = path.endsWith('/*') ? path.slice(0, -1) : undefined;
  const found = Object.entries(values).filter(([one]) =>
    head === undefined ? one === path : one.startsWith(head),
  );
  return found
    .map(([, value]) => (inside === undefined ? value : getInside(value, inside)))
    .filter((value): value is Json => value !== undefined && value !== null);
}

function getInside(value: Json, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}
