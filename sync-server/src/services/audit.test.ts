import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { closeServers, openServer } from '../../../fixtures/devices/open-servers.ts';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { appendAudit, verifyAudit } from './audit.ts';

afterEach(closeServers);

async function openLog(entries: number) {
  const server = await openServer();
  for (let made = 0; made < entries; made += 1) {
    const who = { commune: makeId(), member: null, device: null };
    await appendAudit(server, { ...who, action: 'openScan', object: makeId(), reason: null });
  }
  /** As somebody would who has the file and not the keys. */
  const tamper = (sql: string): void => {
    const db = new Database(server.folders.database);
    db.exec('DROP TRIGGER IF EXISTS audit_is_never_changed; DROP TRIGGER IF EXISTS audit_is_never_shortened');
    db.exec(sql);
    db.close();
  };
  return { server, tamper };
}

describe('the audit log', () => {
  it('is whole when nobody touched it, empty or not', async () => {
    const { server } = await openLog(0);
    expect(await verifyAudit(server)).toMatchObject({ ok: true, value: { entries: 0 } });
    const { server: longer } = await openLog(5);
    expect(await verifyAudit(longer)).toMatchObject({ ok: true, value: { entries: 5 } });
  });

  it('refuses change and removal by the database itself', async () => {
    const { server } = await openLog(2);
    const db = new Database(server.folders.database);
    expect(() => db.exec("UPDATE audit SET reason = 'x'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/);
    db.close();
  });

  const swap = 'UPDATE audit SET n = -n WHERE n IN (3, 4); UPDATE audit SET n = 7 + n WHERE n < 0';
  it.each([
    ['an entry changed', "UPDATE audit SET reason = 'x' WHERE n = 3", { type: 'changed', n: 3 }],
    ['an entry taken out', 'DELETE FROM audit WHERE n = 3', { type: 'missing', n: 3 }],
    ['two entries changed about', swap, { type: 'changed', n: 3 }],
    ['the end cut off', 'DELETE FROM audit WHERE n > 4', { type: 'endMissing', n: 5 }],
    ['everything gone', 'DELETE FROM audit', { type: 'endMissing', n: 1 }],
  ])('names %s, even when the triggers were taken away first', async (_what, sql, fault) => {
    const { server, tamper } = await openLog(6);
    tamper(sql);
    expect(await verifyAudit(server)).toEqual({ ok: false, error: fault });
  });
});
