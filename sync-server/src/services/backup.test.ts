import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '#data/words';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { makeFolders, type ServerFolders, TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { closeServers, openCommune, openServer } from '../../../fixtures/devices/open-servers.ts';
import { inspectApart } from '../storage/sqlite/inspect-apart.ts';
import { inspectCopy } from '../storage/sqlite/inspect-copy.ts';
import { type BackupPlan, describeBackup, makeBackup } from './backup.ts';
import { backupName, listBackups, pruneBackups } from './backup-folder.ts';
import { restoreBackup } from './restore.ts';

const folders: ServerFolders[] = [];
afterEach(() => {
  closeServers();
  folders.splice(0).forEach(({ root }) => rmSync(root, { recursive: true, force: true }));
});

function makeEmptyMachine(): ServerFolders {
  const made = makeFolders();
  folders.push(made);
  return made;
}

async function openVillage() {
  const { server, commune } = await openCommune();
  const phone = await server.enrol(commune.n);
  const backUp = () => makeBackup({ ...server, ...server.folders });
  const saveAndSend = async (place: string, record = makeId<RecordId>()) => {
    phone.save({ collection: 'session', record, patch: { place } });
    const last = phone.queue.length;
    return phone.sync({ runs: [phone.makeRun(last, last)] });
  };
  return { server, commune, phone, backUp, saveAndSend };
}

describe('a backup', () => {
  it('moves the watermark only to what the checked copy holds', async () => {
    const { server, phone, backUp, saveAndSend } = await openVillage();
    await saveAndSend('Một');
    await saveAndSend('Hai');
    const { path } = await backUp();
    const sent = await saveAndSend('Ba');
    expect(sent).toMatchObject({ ok: true, receipt: { upTo: 3 }, answer: { backedUp: 2 } });
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(server.folders.backupDir).sort()).toEqual([backupName(TEST_NOW), 'recovery.json']);
    const plan = { ...server.folders, backupIntervalMs: 60_000 };
    expect(await describeBackup(server.store, plan, TEST_NOW)).toEqual({
      ...{ lastAt: TEST_NOW, sameDisk: true, isLate: false },
    });
    expect((await server.store.findDevice(phone.id))?.backedUp).toBe(2);
  });

  it('is told to be late once several that were due have not been made, or none is made any more', async () => {
    const { server, backUp, saveAndSend } = await openVillage();
    const plan = { ...server.folders, backupIntervalMs: 60_000 };
    const isLate = async (changes: Partial<BackupPlan>, after: number) =>
      (await describeBackup(server.store, { ...plan, ...changes }, TEST_NOW + after)).isLate;
    expect(await isLate({}, 0)).toBe(false);
    await saveAndSend('Một');
    await backUp();
    expect(await isLate({}, 3 * 60_000)).toBe(false);
    expect(await isLate({}, 5 * 60_000)).toBe(true);
    expect(await isLate({ backupDir: null }, 0)).toBe(true);
  });

  it('that does not pass its check moves nothing and is not among the backups', async () => {
    const { server, phone, saveAndSend } = await openVillage();
    await saveAndSend('Một');
    const store = {
      ...server.store,
      async copyTo(path: string) {
        await server.store.copyTo(path);
        const db = new Database(path);
        db.pragma('journal_mode = DELETE');
        db.exec('DELETE FROM op');
        db.close();
      },
    };
    await expect(makeBackup({ ...server, ...server.folders, store })).rejects.toThrow(/lacks operations/);
    expect((await server.store.findDevice(phone.id))?.backedUp).toBe(0);
    expect(listBackups(server.folders.backupDir)).toEqual([]);
  });

  it('is checked by a process of its own with the same verdict', async () => {
    const { backUp, saveAndSend } = await openVillage();
    await saveAndSend('Một');
    const { path, stateHash } = await backUp();
    const apart = await inspectApart(path);
    expect(apart).toEqual(inspectCopy(path));
    expect(apart.stateHash).toBe(stateHash);
    truncateSync(path, 100_000);
    await expect(inspectApart(path)).rejects.toThrow(/integrity|malformed/);
  });

  it('keeps every copy of a day, then one a day for a month, and always the newest', async () => {
    const { root } = makeEmptyMachine();
    const hour = 3_600_000;
    for (let age = 0; age < 40 * 24; age += 6) {
      writeFileSync(join(root, backupName(TEST_NOW - age * hour)), '');
    }
    pruneBackups(root, TEST_NOW);
    const kept = listBackups(root);
    expect(kept.at(-1)).toBe(backupName(TEST_NOW));
    expect(kept.length).toBeGreaterThanOrEqual(33);
    expect(kept.length).toBeLessThanOrEqual(36);
    pruneBackups(root, TEST_NOW + 90 * 24 * hour);
    expect(listBackups(root)).toEqual([backupName(TEST_NOW)]);
  });
});

describe('a store that was put back', () => {
  it('is told by any copy over the file, takes a new name, and gets back what came after the copy', async () => {
    const { server, phone, backUp, saveAndSend } = await openVillage();
    await saveAndSend('Một');
    const { path } = await backUp();
    await saveAndSend('Hai');
    server.store.close();
    copyFileSync(path, server.folders.database);
    const again = await openServer({ folders: server.folders });
    expect(again.incarnation.bornOfRestore).toBe(true);
    expect(Buffer.from(again.incarnation.id)).not.toEqual(Buffer.from(server.incarnation.id));
    const reader = Object.assign(phone, { send: again.send });
    expect(await reader.sync({ runs: [reader.makeRun(1, 2)] })).toMatchObject({
      ok: true,
      receipt: { upTo: 2 },
    });
  });

  it('gives no change number twice, however often the same copy is put back', async () => {
    const { server, phone, backUp, saveAndSend } = await openVillage();
    await saveAndSend('Một');
    const { path } = await backUp();
    const given: number[] = [];
    let last = server;
    for (const life of [1, 2, 3]) {
      last.store.close();
      copyFileSync(path, server.folders.database);
      last = await openServer({ folders: server.folders, startsAt: TEST_NOW + life * 60_000 });
      const moved = Object.assign(phone, { send: last.send });
      for (let at = 0; at < 3; at += 1)
        phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { place: `Đời ${life}` } });
      const pulled = await moved.sync({ key: 'read', cursor: null, runs: [moved.makeRun(2, 1 + 3 * life)] });
      const commune = (await last.store.listCommunes())[0];
      expect(pulled).toMatchObject({ ok: true, receipt: { upTo: 1 + 3 * life } });
      expect(commune?.incarnationStart).toBe(1);
      const written = await last.store.listChanges({ communeN: commune?.n ?? 0, after: 1, limit: 99 });
      given.push(...written.map((change) => change.seq));
    }
    expect(given).toHaveLength(3 + 6 + 9);
    expect(new Set(given).size).toBe(given.length);
  });

  it('keeps its name over an ordinary restart', async () => {
    const { server, saveAndSend, backUp } = await openVillage();
    await saveAndSend('Một');
    await backUp();
    server.store.close();
    const again = await openServer({ folders: server.folders });
    expect(again.incarnation).toEqual(server.incarnation);
  });
});

describe('a restore from the words on paper', () => {
  it('brings data and keys to an empty machine, reads what was protected, and offers a new life', async () => {
    const { server, backUp, saveAndSend, phone } = await openVillage();
    const record = makeId<RecordId>();
    await saveAndSend('Một');
    const { path, stateHash } = await backUp();
    const places = makeEmptyMachine();
    const order = { words: server.recoveryWords, wordList: words, now: TEST_NOW, places };
    const recovery = join(server.folders.backupDir, 'recovery.json');
    const restored = await restoreBackup({ ...order, backup: path, recovery });
    expect(restored).toMatchObject({
      ok: true,
      value: { stateHash, devices: 1, setAside: [], isSure: false },
    });
    const again = await openServer({ folders: places });
    expect(again.incarnation.bornOfRestore).toBe(true);
    expect(again.keys.fingerprint).toBe(server.keys.fingerprint);
    phone.save({ collection: 'session', record, patch: { place: 'Hai' } });
    const moved = Object.assign(phone, { send: again.send });
    const pulled = await moved.sync({ key: 'read', cursor: null, runs: [moved.makeRun(2, 2)] });
    expect(pulled).toMatchObject({
      ok: true,
      receipt: { upTo: 2 },
      answer: { changes: [{ fields: { place: 'Một' } }] },
    });
    const [entry] = await again.store.listAuditEntries(0, 9);
    expect(entry).toMatchObject({ action: 'restoreBackup', object: backupName(TEST_NOW) });
  });

  it('says what is wrong with the words, tells a slip from another server’s words, and touches nothing', async () => {
    const { server, backUp } = await openVillage();
    const other = await openServer();
    const { path } = await backUp();
    const places = makeEmptyMachine();
    const recovery = join(server.folders.backupDir, 'recovery.json');
    const tryWords = async (said: readonly string[]) => {
      const order = { wordList: words, now: TEST_NOW, places, backup: path, recovery, words: said };
      const restored = await restoreBackup(order);
      return restored.ok ? 'restored' : restored.error;
    };
    const spoken = [...server.recoveryWords];
    const slip = [...spoken.slice(0, 15), words[(words.indexOf(spoken[15] ?? '') + 1) % 1024] ?? ''];
    expect(await tryWords(spoken.slice(1))).toEqual({ type: 'wrongCount', found: 15 });
    expect(await tryWords([...spoken.slice(1), 'xyz'])).toEqual({ type: 'unknownWord', word: 'xyz' });
    expect(await tryWords(slip)).toEqual({ type: 'typo' });
    expect(await tryWords(other.recoveryWords)).toEqual({ type: 'wrongWords' });
    expect(existsSync(places.keysDir)).toBe(false);
    expect(readdirSync(places.dataDir)).toEqual([]);
  });

  it('does not put keys of another server beside the data, however right their words are', async () => {
    const { server, backUp } = await openVillage();
    const other = await openServer();
    await server.store.setMeta('keysFingerprint', server.keys.fingerprint);
    const { path } = await backUp();
    const { recoveryWords, folders: otherFolders } = other;
    await makeBackup({ ...other, ...otherFolders });
    const recovery = join(otherFolders.backupDir, 'recovery.json');
    const order = { wordList: words, now: TEST_NOW, words: recoveryWords, recovery, backup: path };
    const refused = await restoreBackup({ ...order, places: makeEmptyMachine() });
    expect(refused).toEqual({ ok: false, error: { type: 'keysOfAnotherStore' } });
  });

  it('refuses while the server runs, and a damaged copy', async () => {
    const { server, backUp } = await openVillage();
    const { path } = await backUp();
    const recovery = join(server.folders.backupDir, 'recovery.json');
    const order = { wordList: words, now: TEST_NOW, words: server.recoveryWords, recovery };
    const onto = await restoreBackup({ ...order, places: server.folders, backup: path });
    expect(onto).toEqual({ ok: false, error: { type: 'serverRunning' } });
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8_192, 60_000);
    const damaged = join(server.folders.root, 'damaged.sqlite');
    writeFileSync(damaged, bytes);
    const refused = await restoreBackup({ ...order, places: makeEmptyMachine(), backup: damaged });
    expect(refused).toMatchObject({ ok: false, error: { type: 'backupDamaged' } });
  });
});
