import { createECDH } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToId, findBase64UrlBytes } from '#shared/ids';
import { sealLockedEntry } from './seal-locked-entry.ts';
import { VaultCore } from './vault-core.ts';
import type { LockedEntryCipher, VaultWraps } from './vault-types.ts';

const PIN = '482913';
const ENTRY = bytesToId(new Uint8Array(16).fill(4));
const TEXT = '{"fullName":"Trần Thị Ví Dụ"}';
const damaged = { ok: false, error: { type: 'damaged' } };

let wraps: VaultWraps;

const startVault = () => {
  let now = 0;
  return new VaultCore(() => (now += 5_000));
};

beforeAll(async () => {
  const created = await startVault().createVault({ pin: PIN });
  if (!created.ok) throw new Error(created.error.type);
  wraps = created.value;
}, 60_000);

async function seal(text = TEXT, entry = ENTRY): Promise<LockedEntryCipher> {
  const writeKey = findBase64UrlBytes(wraps.publicParts.writeKey) ?? new Uint8Array();
  const sealed = await sealLockedEntry({ vault: wraps.vault, entry, writeKey, text });
  if (!sealed) throw new Error('It was not sealed.');
  return sealed;
}

async function unlock(stored = wraps): Promise<VaultCore> {
  const vault = startVault();
  expect((await vault.unlock({ pin: PIN, wraps: stored })).ok).toBe(true);
  return vault;
}

describe('what is sealed to the write key of a locked vault', () => {
  it('opens under the PIN, each entry on its own', async () => {
    const vault = await unlock();
    const broken = { ...(await seal('hỏng')), sealed: new Uint8Array(40) };
    const noPoint = { ...(await seal('hỏng')), encapsulation: new Uint8Array(65) };
    const opened = await vault.openLockedEntries({ wraps, entries: [broken, await seal(), noPoint] });
    expect(opened).toEqual([damaged, { ok: true, value: { text: TEXT, revision: 0 } }, damaged]);
  });

  it('does not open without the PIN', async () => {
    const entries = [await seal()];
    await expect(startVault().openLockedEntries({ wraps, entries })).rejects.toMatchObject({
      type: 'locked',
    });
  });

  it('opens under no other name, and not where another key was put in place of its own', async () => {
    const vault = await unlock();
    const renamed = { ...(await seal()), entry: bytesToId(new Uint8Array(16).fill(5)) };
    expect(await vault.openLockedEntries({ wraps, entries: [renamed] })).toEqual([damaged]);
    const stranger = createECDH('prime256v1');
    stranger.generateKeys();
    const publicParts = { ...wraps.publicParts, writeKey: stranger.getPublicKey('base64url') };
    const entries = [await seal()];
    expect(await vault.openLockedEntries({ wraps: { ...wraps, publicParts }, entries })).toEqual([damaged]);
  });

  it('is sealed anew each time, to nobody who is no point of the curve', async () => {
    const [one, other] = [await seal(), await seal()];
    expect(one.encapsulation).not.toEqual(other.encapsulation);
    const writeKey = new Uint8Array(65).fill(4);
    expect(await sealLockedEntry({ vault: wraps.vault, entry: ENTRY, writeKey, text: TEXT })).toBeUndefined();
  });
});
