import { beforeAll, beforeEach, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  RIG_DEVICE,
  type RigTab,
} from '../../e2e/rig/device-rig.ts';
import { installMemoryLocks } from '../../e2e/rig/memory-locks.ts';
import type { RecordId } from '#shared/ids';
import { type VaultDatabase, writeTogether } from '../storage/database.ts';
import { dropWithdrawn } from '../storage/drop-rows.ts';
import { markPieces } from '../storage/keep-pieces.ts';
import type { Vault } from '../vault/vault-types.ts';
import { keepAttachment, type KeptAttachment } from './keep-attachment.ts';

let vault: Vault;
let name = '';

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  installMemoryLocks();
  name = await createRigDatabase();
});

async function keep(tab: RigTab): Promise<KeptAttachment> {
  const { connection } = tab;
  const kept = await keepAttachment({ vault, connection, device: RIG_DEVICE }, new Uint8Array(1_000));
  if (!kept.ok) throw new Error(kept.error.type);
  return kept.value;
}

async function writeDown(tab: RigTab, { attachment, sha256 }: KeptAttachment): Promise<void> {
  const record = attachment as string as RecordId;
  tab.drafts.editRecord({ collection: 'paper', record, patch: { sha256 } });
  await tab.drafts.finishEditing(record);
  // Its place in the queue follows the save by itself.
  await tab.runner.whenQuiet();
}

const countPieces = async (tab: RigTab): Promise<number> => {
  const count = await tab.connection.run((db) => db.pieces.count());
  return count.ok ? count.value : NaN;
};

it('takes away a scan whose page died before its paper was written down, and no other', async () => {
  const tab = await openRigTab(name, vault);
  await writeDown(tab, await keep(tab));
  await keep(tab);
  expect(await countPieces(tab)).toBe(2);
  tab.work.stop();
  tab.connection.close();
  const again = await openRigTab(name, vault);
  expect(await countPieces(again)).toBe(1);
  expect(again.work.attachments.getUnsent().size).toBe(1);
});

it('leaves a scan alone that another open tab may be about to write down', async () => {
  const tab = await openRigTab(name, vault);
  const kept = await keep(tab);
  const other = await openRigTab(name, vault);
  expect(await countPieces(other)).toBe(1);
  await writeDown(tab, kept);
  tab.work.stop();
  other.work.stop();
  expect(await countPieces(await openRigTab(name, vault))).toBe(1);
});

it('keeps a withdrawn paper by name until all of its pieces are with the commune', async () => {
  const tab = await openRigTab(name, vault);
  const kept = await keep(tab);
  await writeDown(tab, kept);
  const record = kept.attachment as string as RecordId;
  await tab.connection.run((db) => db.pulled.put({ record, cipher: new Uint8Array(1), withdrawn: 1 }));
  await tab.connection.run((db) => dropWithdrawnTogether(db, 1));
  expect(await tab.connection.run((db) => db.records.count())).toEqual({ ok: true, value: 1 });
  await tab.connection.run((db) => markPieces(db, { attachment: kept.attachment, missing: [] }));
  await tab.connection.run((db) => dropWithdrawnTogether(db, 1));
  expect(await tab.connection.run((db) => db.records.count())).toEqual({ ok: true, value: 0 });
});

/** As an acknowledgement does it, inside one transaction. */
const dropWithdrawnTogether = (db: VaultDatabase, acked: number): Promise<void> =>
  writeTogether(db, ['records', 'pulled', 'outbox', 'pieces'], () => dropWithdrawn(db, acked));
