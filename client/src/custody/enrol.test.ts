import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  createAnsweringServer,
  setSealingKey,
} from '../../e2e/rig/answering-server.ts';
import { startRigVault } from '../../e2e/rig/device-rig.ts';
import { createManualClock, type ManualClock } from '../../e2e/rig/manual-clock.ts';
import { installMemoryStorage } from '../../e2e/rig/memory-storage.ts';
import type { EnrolRequest } from '#shared/contracts/enrolment';
import { bytesToBase64Url } from '#shared/ids';
import {
  dropUnfinished,
  findUnfinished,
  forgetVault,
  keepUnfinished,
  listVaults,
} from '../storage/vault-registry.ts';
import { exportPublicKey } from '../vault/send-key.ts';
import { DeviceSession } from './device-session.ts';

const PIN = '482913';
const input = { code: 'BCDFG-HJKLM', deviceName: 'Máy thử', initials: 'L.T.H' };
let server: AnsweringServer;
let clock: ManualClock;
let asked: EnrolRequest[];

beforeEach(async () => {
  installMemoryStorage();
  for (const { vaultId } of await getVaults()) await forgetVault(vaultId);
  for (let row = await findRow(); row; row = await findRow()) await dropUnfinished(row.vaultId);
  server = await createAnsweringServer();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  setSealingKey(bytesToBase64Url(await exportPublicKey(pair.publicKey)));
  clock = createManualClock();
  asked = [];
  globalThis.fetch = noteAnd(server.fetch);
});

function noteAnd(next: typeof fetch): typeof fetch {
  return (path, init) => {
    const isEnrolment = String(path) === '/api/enrol';
    if (isEnrolment)
      asked.push(JSON.parse(new TextDecoder().decode(init?.body as Uint8Array)) as EnrolRequest);
    return next(path, init);
  };
}

async function getVaults() {
  const vaults = await listVaults();
  return vaults.ok ? vaults.value : [];
}

async function findRow() {
  const found = await findUnfinished(0);
  return found.ok ? found.value : undefined;
}

async function openSession(): Promise<DeviceSession> {
  const session = new DeviceSession({
    clock,
    build: 'test',
    startVault: startRigVault,
    leave: () => undefined,
  });
  await session.open();
  return session;
}

/** The server hears the request, and the page dies before it hears the answer: this session says nothing more. */
async function killWhileAsking(): Promise<void> {
  const session = await openSession();
  await session.beginEnrolment(PIN);
  const heard = new Promise<void>((resolve) => {
    globalThis.fetch = noteAnd(async (path, init) => {
      await server.fetch(path, init);
      resolve();
      return new Promise<Response>(() => undefined);
    });
  });
  void session.enrol(input);
  await heard;
  globalThis.fetch = noteAnd(server.fetch);
}

const refuseAs = (error: string, status: number) => (): Response => Response.json({ error }, { status });

describe('a page that dies while the commune is asked', () => {
  it('offers the same keys with the same code again, and makes one vault', async () => {
    await killWhileAsking();
    const session = await openSession();
    expect(session.getSnapshot()).toMatchObject({ state: 'unfinished', initials: 'L.T.H' });
    expect((await session.unlock(PIN)).ok).toBe(true);
    const { code, initials } = input;
    expect(session.getSnapshot()).toMatchObject({ state: 'noVault', resumed: { code, initials } });
    expect((await session.enrol(input)).ok).toBe(true);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
    await session.lock();
    expect(await getVaults()).toHaveLength(1);
    expect(await findRow()).toBeUndefined();
    const next = await openSession();
    expect((await next.unlock(PIN)).ok).toBe(true);
    await next.lock();
  });

  it('may die again, and again after the vault was written', async () => {
    await killWhileAsking();
    const before = await findRow();
    const session = await openSession();
    await session.unlock(PIN);
    expect((await session.enrol(input)).ok).toBe(true);
    const [entry] = await getVaults();
    // As if the registry alone had not been written.
    await forgetVault(entry?.vaultId ?? '');
    if (before) await keepUnfinished(before);
    const next = await openSession();
    expect(next.getSnapshot().state).toBe('unfinished');
    await next.unlock(PIN);
    expect((await next.enrol(input)).ok).toBe(true);
    expect(await getVaults()).toEqual([entry]);
    await session.lock();
    await next.lock();
  });

  it('keeps the code encrypted, and no key that opens without the PIN', async () => {
    await killWhileAsking();
    const row = await findRow();
    const { sendKey, ...rest } = (row?.kept as { keys: { sendKey: CryptoKeyPair } }).keys;
    expect(sendKey.privateKey.extractable).toBe(false);
    const text = new TextDecoder('latin1').decode((row?.kept as { code: Uint8Array }).code);
    expect(text + JSON.stringify(rest)).not.toContain('HJKLM');
  });

  it('counts wrong PINs as at the lock, and drops the attempt at ten', async () => {
    await killWhileAsking();
    let session = await openSession();
    expect(await session.unlock('111111')).toEqual({ ok: false, error: { type: 'pinWrong', triesLeft: 9 } });
    session = await openSession();
    let outcome = await session.unlock('111111');
    for (let tries = 0; tries < 40 && !outcome.ok && outcome.error.type !== 'erased'; tries += 1) {
      if (outcome.error.type === 'wait') clock.advance(outcome.error.milliseconds);
      outcome = await session.unlock('111111');
    }
    expect(session.getSnapshot()).toMatchObject({ state: 'unfinished', isErased: true });
    expect((await openSession()).getSnapshot().state).toBe('noVault');
    // Ten real key derivations, on a machine that has other work.
  }, 60_000);

  it('may be given up for another code', async () => {
    await killWhileAsking();
    const session = await openSession();
    await session.dropUnfinished();
    expect(session.getSnapshot()).toEqual({ state: 'noVault', lost: [] });
    expect((await openSession()).getSnapshot().state).toBe('noVault');
  });
});

describe('an attempt at joining', () => {
  it('leaves nothing behind when its code is refused', async () => {
    for (const [error, status] of [
      ['codeWrong', 422],
      ['codeSpent', 410],
    ] as const) {
      const session = await openSession();
      await session.beginEnrolment(PIN);
      server.instead = refuseAs(error, status);
      expect(await session.enrol(input)).toMatchObject({ error: { type: 'refused', refusal: { error } } });
      expect(await findRow()).toBeUndefined();
      server.instead = undefined;
    }
  });

  it('stays while nobody knows what came of it', async () => {
    const session = await openSession();
    await session.beginEnrolment(PIN);
    for (const answer of [
      refuseAs('tooManyTries', 429),
      refuseAs('busy', 503),
      () => new Response('<html>'),
    ]) {
      server.instead = answer;
      expect((await session.enrol(input)).ok).toBe(false);
      expect(await findRow()).toBeDefined();
    }
  });

  it('asks nobody before its keys are on the disk', async () => {
    const session = await openSession();
    await session.beginEnrolment(PIN);
    let keptBefore = false;
    globalThis.fetch = async (path, init) => {
      keptBefore = (await findRow()) !== undefined;
      return server.fetch(path, init);
    };
    expect((await session.enrol(input)).ok).toBe(true);
    expect(keptBefore).toBe(true);
    await session.lock();
  });
});
