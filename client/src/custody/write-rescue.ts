/** Gathers what is in memory only into one file: sealed to the commune, and encrypted for this book. Writes nothing to the disk. */
import { unplacedSignatureInput } from '#shared/contracts/signed-message';
import { writeRescueFile } from '#shared/contracts/rescue-file';
import type { Run } from '#shared/contracts/sync';
import { concatBytes, uint64 } from '#shared/model/envelope';
import type { Json } from '#shared/model/operation';
import { bytesToBase64Url, type CommuneId, idToBytes, type RecordId } from '#shared/ids';
import { digestBytes, ownBytes } from '../vault/own-bytes.ts';
import { hashLink, hashToBytes } from './chain-hash.ts';
import { drawId } from './draw-id.ts';
import { showContent } from './record-content.ts';
import { type UnsavedParts, sealUnsaved } from './seal-unsaved.ts';
import type { TransportParts } from './transport.ts';

export const RESCUE_KIND = 'rescue';

/** What was typed at one path, and what stood there before; null: nothing. */
export interface RescuedValue {
  readonly path: string;
  readonly value: Json;
  readonly was: Json;
}

export interface RescuedDraft {
  readonly record: RecordId;
  readonly collection: string;
  /** It was on this phone before what was typed here. */
  readonly isKnown: boolean;
  /** Its person could still refuse. */
  readonly isHeld: boolean;
  readonly values: readonly RescuedValue[];
}

export interface RescuedDrafts {
  /** Device wall clock, milliseconds. */
  readonly at: number;
  readonly drafts: readonly RescuedDraft[];
}

export interface RescueWriterParts extends UnsavedParts {
  readonly transport: Pick<TransportParts, 'sendSigner'>;
  readonly vaultId: string;
  readonly commune: CommuneId;
}

/** Undefined where nothing is in memory only. */
export async function writeRescue(parts: RescueWriterParts): Promise<string | undefined> {
  const { clock, vault, vaultId, commune } = parts;
  const drafts = listDrafts(parts);
  if (drafts.length === 0) return undefined;
  const id = drawId<string>();
  const plain = JSON.stringify({ at: clock.wall(), drafts } satisfies RescuedDrafts);
  const own = await vault.encryptRecord({ record: id, kind: RESCUE_KIND, revision: 0, plain });
  const sealed = await sealUnsaved(parts);
  const runs = await Promise.all(sealed.map(({ run }) => sign(parts, run)));
  return writeRescueFile({ id, commune, vault: vaultId, runs, own }, (bytes) => digestBytes(ownBytes(bytes)));
}

function listDrafts({ store, runner }: RescueWriterParts): RescuedDraft[] {
  return [...store.listEntries()].flatMap(([record, entry]) => {
    if (entry.unsaved.size === 0) return [];
    const { values } = showContent(entry.row, entry.pulled, new Map());
    const draft: RescuedDraft = {
      record,
      collection: entry.collection,
      isKnown: entry.row !== undefined || entry.pulled !== undefined,
      isHeld: runner.isHeld(record),
      values: [...entry.unsaved].map(([path, value]) => ({ path, value, was: values[path] ?? null })),
    };
    return [draft];
  });
}

async function sign({ transport }: RescueWriterParts, run: Run): Promise<Run> {
  let head = bytesToBase64Url(run.prev);
  for (const [at, { opId, sealed }] of run.items.entries()) {
    const cipherHash = bytesToBase64Url(await digestBytes(ownBytes(sealed)));
    head = await hashLink({ prev: head, seq: run.from + at, opId, cipherHash });
  }
  const range = concatBytes(uint64(run.from), uint64(run.from + run.items.length - 1));
  const input = unplacedSignatureInput(idToBytes(run.device), range, hashToBytes(head));
  return { ...run, signature: await transport.sendSigner.sign(input) };
}
