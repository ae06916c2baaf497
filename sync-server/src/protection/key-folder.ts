/** The folder of key files: outside the data, readable by its owner alone. Knows what a key file is called, not what it protects. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { err, ok, type Result } from '#shared/result';
import { findKeyRing, isKeyFileName, type KeyFiles, type KeyRing, makeKeyFiles } from './key-ring.ts';
import { makeRecovery, type Recovery } from './recovery.ts';
import { makeRecoveryWords } from './recovery-words.ts';

export interface KeyPlaces {
  readonly keysDir: string;
  readonly dataDir: string;
}

export type KeyFault =
  | { readonly type: 'keysInsideData' }
  | { readonly type: 'keysMissing' }
  | { readonly type: 'keysThere' }
  | { readonly type: 'keysDamaged' }
  /** The file can be read by others on this machine. */
  | { readonly type: 'keysOpenToOthers'; readonly file: string };

const RECOVERY_FILE = 'recovery.json';

/** Makes all keys and the words that bring them back; the words are returned once and stored nowhere. */
export function createKeys(
  places: KeyPlaces,
  wordList: readonly string[],
): Result<{ keys: KeyRing; recoveryWords: readonly string[] }, KeyFault> {
  if (isInsideData(places)) return err({ type: 'keysInsideData' });
  if (existsSync(join(places.keysDir, 'master.key'))) return err({ type: 'keysThere' });
  const files = makeKeyFiles();
  const recoveryWords = makeRecoveryWords(wordList);
  writeKeys(places.keysDir, files, makeRecovery(files, { words: recoveryWords, wordList }));
  const keys = findKeyRing(files);
  if (!keys) throw new Error('Keys that were just made cannot be read.');
  return ok({ keys, recoveryWords });
}

export function openKeys(places: KeyPlaces): Result<KeyRing, KeyFault> {
  if (isInsideData(places)) return err({ type: 'keysInsideData' });
  if (!existsSync(join(places.keysDir, 'master.key'))) return err({ type: 'keysMissing' });
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(places.keysDir).filter(isKeyFileName)) {
    const path = join(places.keysDir, name);
    const isOpenToOthers = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
    if (isOpenToOthers) return err({ type: 'keysOpenToOthers', file: name });
    files.set(name, readFileSync(path));
  }
  const keys = findKeyRing(files);
  return keys ? ok(keys) : err({ type: 'keysDamaged' });
}

/** Where the wrapped keys lie, to be copied beside every backup. */
export function recoveryPath(keysDir: string): string {
  return join(keysDir, RECOVERY_FILE);
}

/** Moves other keys out of the way, into a folder beside them; returns it, or nothing when there were none. */
export function setKeysAside(keysDir: string, suffix: string): string[] {
  if (!existsSync(join(keysDir, 'master.key'))) return [];
  const aside = join(keysDir, suffix);
  mkdirSync(aside, { mode: 0o700 });
  const names = readdirSync(keysDir).filter((name) => isKeyFileName(name) || name === RECOVERY_FILE);
  for (const name of names) renameSync(join(keysDir, name), join(aside, name));
  return [aside];
}

/** Whole files only: each is written beside and moved into place. */
export function writeKeys(keysDir: string, files: KeyFiles, recovery: Recovery): void {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  chmodSync(keysDir, 0o700);
  const text = Buffer.from(`${JSON.stringify(recovery, null, 2)}\n`);
  for (const [name, content] of [...files, [RECOVERY_FILE, text] as const]) {
    const path = join(keysDir, name);
    writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
}

export function isInsideData({ keysDir, dataDir }: KeyPlaces): boolean {
  const data = resolve(dataDir);
  const keys = resolve(keysDir);
  return keys === data || keys.startsWith(data + sep);
}
