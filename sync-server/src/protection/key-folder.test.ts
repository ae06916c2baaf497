import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '#data/words';
import { createKeys, openKeys } from './key-folder.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function makePlaces() {
  const root = mkdtempSync(join(tmpdir(), 'go-cua-keys-'));
  folders.push(root);
  return { keysDir: join(root, 'keys'), dataDir: join(root, 'data') };
}

function makeKeys(places: ReturnType<typeof makePlaces>) {
  const made = createKeys(places, words);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

describe('the folder of keys', () => {
  it('holds files that nobody else on the machine can read', () => {
    const places = makePlaces();
    makeKeys(places);
    for (const name of readdirSync(places.keysDir))
      expect(statSync(join(places.keysDir, name)).mode & 0o777, name).toBe(0o600);
  });

  it('gives the same keys at every start, and sixteen words only once', () => {
    const places = makePlaces();
    const { keys, recoveryWords } = makeKeys(places);
    expect(recoveryWords).toHaveLength(16);
    const again = openKeys(places);
    expect(again.ok && again.value.fingerprint).toBe(keys.fingerprint);
    expect(again.ok && again.value.sealing).toEqual(keys.sealing);
    expect(createKeys(places, words)).toEqual({ ok: false, error: { type: 'keysThere' } });
  });

  it('is refused inside the data folder, open to others, damaged or empty', () => {
    const places = makePlaces();
    expect(openKeys(places)).toEqual({ ok: false, error: { type: 'keysMissing' } });
    const inside = { dataDir: places.dataDir, keysDir: join(places.dataDir, 'keys') };
    expect(createKeys(inside, words)).toEqual({ ok: false, error: { type: 'keysInsideData' } });
    expect(openKeys(inside)).toEqual({ ok: false, error: { type: 'keysInsideData' } });
    makeKeys(places);
    chmodSync(join(places.keysDir, 'match.key'), 0o644);
    expect(openKeys(places)).toEqual({ ok: false, error: { type: 'keysOpenToOthers', file: 'match.key' } });
    chmodSync(join(places.keysDir, 'match.key'), 0o600);
    truncateSync(join(places.keysDir, 'master.key'), 31);
    expect(openKeys(places)).toEqual({ ok: false, error: { type: 'keysDamaged' } });
  });

  it('ties a wrapped key to its person, and a blind index to its commune', () => {
    const { keys } = makeKeys(makePlaces());
    const [one, two] = [Buffer.from('citizen number 1'), Buffer.from('citizen number 2')];
    const key = keys.makeSubjectKey();
    const wrapped = keys.wrapSubjectKey(one, key);
    expect(keys.findUnwrapped(one, wrapped)).toEqual(key);
    expect(keys.findUnwrapped(two, wrapped)).toBe(undefined);
    expect(keys.makeBlindIndex(one, '099185004567')).toEqual(keys.makeBlindIndex(one, '099185004567'));
    expect(keys.makeBlindIndex(one, '099185004567')).not.toEqual(keys.makeBlindIndex(two, '099185004567'));
  });
});
