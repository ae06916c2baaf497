/** `fixtures/older-databases`: what phones and communes kept in versions that were released, each folder named by its schema. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredPhone } from './stored-phone.ts';

export const OLDER = join(import.meta.dirname, '../../../fixtures/older-databases');

/** What the phone showed as saved, and what of it had not reached the commune. */
export interface OlderFacts {
  /** Of the device's database, as Dexie counts. */
  readonly schema: number;
  readonly people: readonly string[];
  /** Path of the dossier whose form was half filled in, and what stood in it. */
  readonly dossier: string;
  readonly registeredAt: string;
  readonly papers: number;
  /** Written at the door while the phone was locked; nobody has confirmed them. */
  readonly writtenLocked: number;
  /** The last place that the commune had taken, and the last one given out. */
  readonly acked: number;
  readonly lastSeq: number;
}

export interface OlderPhone {
  readonly name: string;
  /** Data and keys of its commune, to be copied. */
  readonly commune: string;
  readonly facts: OlderFacts;
  readonly phone: StoredPhone;
}

export function listOlder(): OlderPhone[] {
  return readdirSync(OLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readOlder(name));
}

function readOlder(name: string): OlderPhone {
  const folder = join(OLDER, name);
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  const commune = join(folder, 'commune');
  if (!existsSync(commune)) throw new Error(`${name} has no commune.`);
  return { name, commune, facts: read('facts.json'), phone: read('phone.json') };
}
