/** A run of sealed operations opened with the practice commune's key, as the server does it with its own. Writes nothing. */
import { inflateSync } from 'fflate';
import { findDictionary } from '#data/dictionary';
import type { ErrorCode } from '#shared/contracts/error-codes';
import { findOperation } from '#shared/contracts/sealed-operation';
import type { Run } from '#shared/contracts/sync';
import type { OpenedBatch, OpenedItem } from '#shared/custody/server-types';
import { bytesToBase64Url, findBase64UrlBytes } from '#shared/ids';
import { itemBinding, SEAL_EXPORT_LABEL, SEAL_INFO } from '#shared/model/envelope';
import type { Operation } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { hashLink } from '../../custody/chain-hash.ts';
import { parseJson } from '../../custody/parse-json.ts';
import { decapsulateKey } from '../../vault/encapsulate-key.ts';
import { findDecrypted } from '../../vault/encrypt-bytes.ts';
import { digestBytes, ownBytes } from '../../vault/own-bytes.ts';
import type { CommuneKeys } from './commune-state.ts';

export const SEALING_KEY_ID = 1;

export async function openRun(keys: CommuneKeys, run: Run, now: number): Promise<OpenedBatch> {
  const contentKeys = await Promise.all(run.encapsulations.map((one) => findContentKey(keys, one)));
  const items: OpenedItem[] = [];
  let prev = bytesToBase64Url(run.prev);
  const first = prev;
  for (const [at, item] of run.items.entries()) {
    const { opId, sealed } = item;
    const seq = run.from + at;
    const cipherHash = bytesToBase64Url(await digestBytes(ownBytes(sealed)));
    prev = await hashLink({ prev, seq, opId, cipherHash });
    const op = await openItem({ run, item, contentKey: contentKeys[item.encapsulation] });
    const content = op.ok ? ({ ok: true, op: op.value } as const) : ({ ok: false, code: op.error } as const);
    items.push({ seq, opId, hash: prev, content });
  }
  return { device: run.device, from: run.from, prev: first, items, now };
}

/** The key that everything under this encapsulation opens with; undefined when it was not made for this commune. */
export async function findContentKey(
  keys: CommuneKeys,
  encapsulation: Uint8Array,
): Promise<CryptoKey | undefined> {
  const publicKey = findBase64UrlBytes(keys.sealing.publicKey);
  if (!publicKey) return undefined;
  try {
    const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
    const jwk = keys.sealing.privateKey;
    const privateKey = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits']);
    const names = { info: SEAL_INFO, label: SEAL_EXPORT_LABEL };
    const secret = await decapsulateKey({ privateKey, publicKey, encapsulation, ...names });
    return await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['decrypt']);
  } catch {
    return undefined;
  }
}

interface ItemToOpen {
  readonly run: Run;
  readonly item: Run['items'][number];
  readonly contentKey: CryptoKey | undefined;
}

async function openItem({ run, item, contentKey }: ItemToOpen): Promise<Result<Operation, ErrorCode>> {
  const { opId, keyId, dictVersion, sealed } = item;
  const context = itemBinding({ device: run.device, keyId, opId, dictVersion });
  const packed = contentKey && keyId === SEALING_KEY_ID && (await findDecrypted(contentKey, sealed, context));
  if (!packed) return err('sealUnopened');
  const text = inflate(packed, dictVersion);
  const op = text && findOperation(parseJson(text));
  return op ? ok(op) : err('malformed');
}

function inflate(packed: Uint8Array, version: number): Uint8Array | undefined {
  const dictionary = findDictionary(version);
  try {
    return inflateSync(packed, dictionary ? { dictionary } : {});
  } catch {
    return undefined;
  }
}
