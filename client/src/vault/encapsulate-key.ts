/**
 * HPKE (RFC 9180), both ends of the exporter in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Keeps no key.
 * On WebCrypto alone: a library for it would be a third of what a phone loads before the PIN. Libraries judge it in the tests.
 */
import { asciiBytes, concatBytes } from '#shared/model/envelope';
import { ownBytes } from './own-bytes.ts';
import type { Bytes } from './vault-types.ts';

export interface Encapsulated {
  /** The ephemeral public key, 65 bytes: all that the recipient needs beside its private key. */
  readonly encapsulation: Bytes;
  /** 32 secret bytes that the recipient exports too. */
  readonly secret: Bytes;
}

export interface ExportInput {
  /** The recipient's public key: an uncompressed P-256 point, 65 bytes. */
  readonly recipient: Uint8Array;
  readonly info: string;
  readonly label: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const HASH_BYTES = 32;
const NOTHING = new Uint8Array(0);
/** Suite ids, RFC 9180 sections 4.1 and 5.1: kem 0x0010, kdf 0x0001, aead 0x0002. */
const KEM_SUITE = concatBytes(asciiBytes('KEM'), Uint8Array.of(0x00, 0x10));
const HPKE_SUITE = concatBytes(asciiBytes('HPKE'), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02));
const BASE_MODE = Uint8Array.of(0);

/** Encap (4.1), KeySchedule (5.1) and Export (5.3). Rejects for a recipient that is no point of the curve. */
export async function encapsulateKey({ recipient, info, label }: ExportInput): Promise<Encapsulated> {
  const theirs = await crypto.subtle.importKey('raw', ownBytes(recipient), CURVE, false, []);
  const ephemeral = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const agreement = { name: 'ECDH', public: theirs };
  const shared = await crypto.subtle.deriveBits(agreement, ephemeral.privateKey, HASH_BYTES * 8);
  const encapsulation = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey));

  const kemContext = concatBytes(encapsulation, recipient);
  return { encapsulation, secret: await exportSecret(new Uint8Array(shared), kemContext, { info, label }) };
}

export interface OpenInput {
  /** The recipient's own pair: an ECDH P-256 key that may derive, and its public point, 65 bytes. */
  readonly privateKey: CryptoKey;
  readonly publicKey: Uint8Array;
  readonly encapsulation: Uint8Array;
  readonly info: string;
  readonly label: string;
}

/** Decap (4.1) and the same export as the sender's. Rejects when the encapsulation is no point of the curve. */
export async function decapsulateKey(input: OpenInput): Promise<Bytes> {
  const { privateKey, publicKey, encapsulation } = input;
  const theirs = await crypto.subtle.importKey('raw', ownBytes(encapsulation), CURVE, false, []);
  const agreement = { name: 'ECDH', public: theirs };
  const shared = await crypto.subtle.deriveBits(agreement, privateKey, HASH_BYTES * 8);
  return exportSecret(new Uint8Array(shared), concatBytes(encapsulation, publicKey), input);
}

async function exportSecret(
  shared: Uint8Array,
  kemContext: Uint8Array,
  { info, label }: Pick<ExportInput, 'info' | 'label'>,
): Promise<Bytes> {
  const kem = new LabeledHkdf(KEM_SUITE);
  const kemKey = await kem.extract(NOTHING, 'eae_prk', shared);
  const sharedSecret = await kem.expand(kemKey, 'shared_secret', kemContext);

  const hpke = new LabeledHkdf(HPKE_SUITE);
  const pskIdHash = await hpke.extract(NOTHING, 'psk_id_hash', NOTHING);
  const infoHash = await hpke.extract(NOTHING, 'info_hash', asciiBytes(info));
  const scheduled = await hpke.extract(sharedSecret, 'secret', NOTHING);
  const exporter = await hpke.expand(scheduled, 'exp', concatBytes(BASE_MODE, pskIdHash, infoHash));
  return hpke.expand(exporter, 'sec', asciiBytes(label));
}

/** LabeledExtract and LabeledExpand (RFC 9180 section 4) for 32 bytes, which one block of HKDF-SHA-256 covers. */
class LabeledHkdf {
  readonly #suite: Uint8Array;

  constructor(suite: Uint8Array) {
    this.#suite = suite;
  }

  extract(salt: Uint8Array, label: string, secret: Uint8Array): Promise<Bytes> {
    return computeHmac(salt, concatBytes(this.#name(label), secret));
  }

  expand(key: Uint8Array, label: string, info: Uint8Array): Promise<Bytes> {
    const length = Uint8Array.of(0, HASH_BYTES);
    return computeHmac(key, concatBytes(length, this.#name(label), info, Uint8Array.of(1)));
  }

  #name(label: string): Uint8Array {
    return concatBytes(asciiBytes('HPKE-v1'), this.#suite, asciiBytes(label));
  }
}

/** No key at all is 32 zero bytes to HMAC, and some browsers refuse to import an empty one. */
async function computeHmac(key: Uint8Array, input: Bytes): Promise<Bytes> {
  const raw = key.length > 0 ? ownBytes(key) : new Uint8Array(HASH_BYTES);
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, input));
}
