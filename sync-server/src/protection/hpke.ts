/** The receiving half of HPKE's exporter (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), AES-256-GCM). Opens no message itself. */
import { createHmac, diffieHellman, type KeyObject } from 'node:crypto';
import { CONTENT_KEY_BYTES, SEAL_EXPORT_LABEL, SEAL_INFO } from '#shared/model/envelope';
import { findPublicKey } from './p256.ts';

const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), uint16(0x0010)]);
const HPKE_SUITE = Buffer.concat([Buffer.from('HPKE'), uint16(0x0010), uint16(0x0001), uint16(0x0002)]);
const BASE_MODE = Buffer.of(0);
const NOTHING = Buffer.alloc(0);

export interface SealingKey {
  readonly privateKey: KeyObject;
  /** 65 bytes. */
  readonly publicKey: Uint8Array;
}

const MOST_REMEMBERED = 1_024;
const known = new WeakMap<SealingKey, Map<string, Buffer>>();

/**
 * The content key (32 bytes) that a sender exported under this encapsulation; undefined when it is no point of the curve.
 * Remembered for a while: a phone seals a whole session's saves and pieces under one.
 */
export function findContentKey(key: SealingKey, encapsulation: Uint8Array): Buffer | undefined {
  const ofKey = known.get(key) ?? new Map<string, Buffer>();
  known.set(key, ofKey);
  const name = Buffer.from(encapsulation).toString('latin1');
  const contentKey = ofKey.get(name) ?? decapsulate(key, encapsulation);
  if (ofKey.size >= MOST_REMEMBERED) ofKey.clear();
  if (contentKey) ofKey.set(name, contentKey);
  return contentKey;
}

function decapsulate(key: SealingKey, encapsulation: Uint8Array): Buffer | undefined {
  const sender = findPublicKey(encapsulation);
  if (!sender) return undefined;
  const shared = diffieHellman({ privateKey: key.privateKey, publicKey: sender });
  const kemContext = Buffer.concat([encapsulation, key.publicKey]);
  const eaePrk = labelledExtract(KEM_SUITE, { salt: NOTHING, label: 'eae_prk', ikm: shared });
  const secret = labelledExpand(KEM_SUITE, {
    prk: eaePrk,
    label: 'shared_secret',
    info: kemContext,
    length: 32,
  });

  const pskIdHash = labelledExtract(HPKE_SUITE, { salt: NOTHING, label: 'psk_id_hash', ikm: NOTHING });
  const infoHash = labelledExtract(HPKE_SUITE, {
    salt: NOTHING,
    label: 'info_hash',
    ikm: Buffer.from(SEAL_INFO),
  });
  const schedule = Buffer.concat([BASE_MODE, pskIdHash, infoHash]);
  const prk = labelledExtract(HPKE_SUITE, { salt: secret, label: 'secret', ikm: NOTHING });
  const exporter = labelledExpand(HPKE_SUITE, { prk, label: 'exp', info: schedule, length: 32 });
  const context = Buffer.from(SEAL_EXPORT_LABEL);
  return labelledExpand(HPKE_SUITE, {
    prk: exporter,
    label: 'sec',
    info: context,
    length: CONTENT_KEY_BYTES,
  });
}

function labelledExtract(
  suite: Buffer,
  { salt, label, ikm }: { readonly salt: Buffer; readonly label: string; readonly ikm: Buffer },
): Buffer {
  const labelled = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]);
  return createHmac('sha256', salt).update(labelled).digest();
}

interface Expansion {
  readonly prk: Buffer;
  readonly label: string;
  readonly info: Buffer;
  /** At most 32: one block of SHA-256 is all that is ever asked for. */
  readonly length: number;
}

function labelledExpand(suite: Buffer, { prk, label, info, length }: Expansion): Buffer {
  const labelled = Buffer.concat([uint16(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  const block = createHmac('sha256', prk).update(labelled).update(Buffer.of(1)).digest();
  return block.subarray(0, length);
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 255);
}
