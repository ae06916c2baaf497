/** Puts sealed items together as they travel: a dense stretch of the sequence, or one piece of a scan. Reads and sends nothing. */
import { encode } from 'cborg';
import { runSignatureInput } from '#shared/contracts/signed-message';
import type { Run } from '#shared/contracts/sync';
import { concatBytes, uint64 } from '#shared/model/envelope';
import { type DeviceId, idToBytes } from '#shared/ids';
import type { EncapsulationRow, OutboxRow, PieceRow } from '../storage/stored-rows.ts';
import { hashToBytes } from './chain-hash.ts';
import type { Signer } from './signer.ts';

export interface SealedStretch {
  readonly device: DeviceId;
  /** Ascending and dense. */
  readonly rows: readonly OutboxRow[];
  readonly encapsulations: ReadonlyMap<string, EncapsulationRow>;
}

/** Undefined where there is nothing, or an encapsulation is gone. */
export function buildRun({ device, rows, encapsulations }: SealedStretch): Run | undefined {
  const [first] = rows;
  const names = [...new Set(rows.map((row) => row.encapsulation))];
  const bytes = names.map((name) => encapsulations.get(name)?.bytes);
  if (!first || !bytes.every((one) => one !== undefined)) return undefined;
  return {
    device,
    from: first.seq,
    prev: hashToBytes(first.prev),
    encapsulations: bytes,
    items: rows.map(({ opId, encapsulation, keyId, dictVersion, sealed }) => ({
      ...{ opId, keyId, dictVersion, sealed },
      encapsulation: names.indexOf(encapsulation),
    })),
  };
}

/** With its origin's own signature, as a run bears it that is sent while locked: anybody may then carry it on. */
export async function buildSignedRun(stretch: SealedStretch, signer: Signer): Promise<Run | undefined> {
  const run = buildRun(stretch);
  const last = stretch.rows.at(-1);
  if (!run || !last) return undefined;
  const range = concatBytes(uint64(run.from), uint64(last.seq));
  const input = runSignatureInput(idToBytes(stretch.device), range, hashToBytes(last.hash));
  return { ...run, signature: await signer.sign(input) };
}

/** Bound into the signature whichever method carries it. */
export const ATTACHMENT_ROUTE = 'PUT /api/attachments';

export interface PieceToSend {
  readonly device: DeviceId;
  readonly nonce: Uint8Array;
  readonly piece: PieceRow;
  readonly encapsulation: EncapsulationRow;
}

export function encodePiece({ device, nonce, piece, encapsulation }: PieceToSend): Uint8Array {
  return encode({
    d: idToBytes(device),
    n: nonce,
    a: idToBytes(piece.attachment),
    i: piece.index,
    t: piece.total,
    e: encapsulation.bytes,
    k: piece.keyId,
    b: piece.sealed,
  });
}
