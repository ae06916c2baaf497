/** Checks the browser's own cryptography against answers from elsewhere before any key depends on it. Touches no key of ours. */
import { bytesToBase64Url } from '#shared/ids';
import { ARGON2_FLOOR, choosePasses, PBKDF2_FLOOR, stretchPin } from './derive-pin-key.ts';
import { textToBytes } from './own-bytes.ts';
import type { KdfParams } from './vault-types.ts';

interface KnownAnswer {
  readonly kdf: KdfParams;
  readonly password: string;
  readonly salt: string;
  /** Base64url of 32 bytes. */
  readonly answer: string;
}

/** Made by the reference implementation's command line: `argon2 'go cua salt 0001' -id -k 256 -t 2 -p 1 -l 32 -r`. */
const ARGON2_SMALL: KnownAnswer = {
  kdf: { type: 'argon2id', memoryKiB: 256, passes: 2 },
  password: 'go cua known answer',
  salt: 'go cua salt 0001',
  answer: '-ZWR0McRkTAT0qavQd0zzNoSLEfWhsUNcTmQbxmwF0w',
};
/** The same with `-k 47104 -t 1`: some phones were seen to go wrong only above 8 MB. */
const ARGON2_LARGE: KnownAnswer = {
  ...ARGON2_SMALL,
  kdf: ARGON2_FLOOR,
  answer: '6cOnxYe_ZD7AkUC8EhSkPQrwEYmQy399uZ28_g50ZkQ',
};
/** RFC 7914, section 11. */
const PBKDF2_ONE: KnownAnswer = {
  kdf: { type: 'pbkdf2', iterations: 1 },
  password: 'passwd',
  salt: 'salt',
  answer: 'VawEblbjCJ_sFpHCJUS2BflBhSFt3gRl5oudV8INrLw',
};
/** NIST SP 800-38D test case 14: AES-256-GCM of 16 zero bytes, key and nonce zero. */
const GCM_ANSWER = 'zqdAPU1ga24HTsXTuvOdGNDRyKeZmWvwJluYtdSKuRk';

export type SelfTestFault = 'unavailable' | 'selfTestFailed';

/** Quick: a few milliseconds, before every use of a PIN. */
export async function findSelfTestFault(kdf: KdfParams): Promise<SelfTestFault | undefined> {
  if (!(await isGcmRight())) return 'selfTestFailed';
  return findAnswerFault(kdf.type === 'argon2id' ? ARGON2_SMALL : PBKDF2_ONE);
}

/** At the memory that is really used, as slow as one unlock: before a wrong PIN is believed. */
export async function findFullSizeFault(kdf: KdfParams): Promise<SelfTestFault | undefined> {
  return kdf.type === 'argon2id' ? findAnswerFault(ARGON2_LARGE) : undefined;
}

/** Argon2id calibrated to this phone; PBKDF2 where WebAssembly is refused or counts wrongly. `now` is in milliseconds. */
export async function chooseKdf(now: () => number): Promise<KdfParams> {
  if (await findSelfTestFault(ARGON2_FLOOR)) return PBKDF2_FLOOR;
  const started = now();
  if (await findFullSizeFault(ARGON2_FLOOR)) return PBKDF2_FLOOR;
  return { ...ARGON2_FLOOR, passes: choosePasses(now() - started) };
}

async function findAnswerFault(known: KnownAnswer): Promise<SelfTestFault | undefined> {
  try {
    const stretched = await stretchPin(known.password, known.kdf, textToBytes(known.salt));
    return bytesToBase64Url(stretched) === known.answer ? undefined : 'selfTestFailed';
  } catch {
    return 'unavailable';
  }
}

async function isGcmRight(): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt']);
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
  const sealed = await crypto.subtle.encrypt(algorithm, key, new Uint8Array(16));
  return bytesToBase64Url(new Uint8Array(sealed)) === GCM_ANSWER;
}
