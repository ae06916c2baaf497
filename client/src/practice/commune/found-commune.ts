/** A fresh practice commune: made-up place, made-up member, keys of its own. Keeps nothing. */
import { toPracticeId } from '#shared/contracts/practice';
import { bytesToBase64Url } from '#shared/ids';
import { createPortalState } from '#shared/portal/portal-state';
import { drawBytes } from '../../vault/own-bytes.ts';
import type { CommuneKeys, CommuneState } from './commune-state.ts';

/** What people read of the commune; the words are the caller's, in the language of the screen. */
export interface CommuneNames {
  readonly commune: string;
  readonly province: string;
  readonly hamlet: string;
  readonly member: string;
  readonly team: string;
}

/** Two digits that the national table of units does not give. */
export const PRACTICE_PROVINCE_CODE = '00';
/** Begins every number of the portal of practice: no agency has it, and whoever reads it sees what it is. */
const PRACTICE_AGENCY_CODE = 'TAPHUAN';

export async function foundCommune(names: CommuneNames): Promise<CommuneState> {
  const drawName = (): string => toPracticeId(drawBytes(8));
  return {
    keys: await drawKeys(),
    incarnation: bytesToBase64Url(drawBytes(16)),
    commune: { id: drawName(), name: names.commune, province: names.province, code: '00000', phone: null },
    member: {
      id: drawName(),
      name: names.member,
      role: 'volunteer',
      hamlet: names.hamlet,
      team: names.team,
    },
    device: undefined,
    ops: [],
    records: {},
    changes: [],
    communeSeq: 0,
    numbers: [],
    references: [],
    papers: {},
    ...openPortal(),
  };
}

/** A portal that has received nothing. */
export function openPortal(): Pick<CommuneState, 'forwards' | 'portal'> {
  const seed = new DataView(drawBytes(4).buffer).getUint32(0);
  return { forwards: {}, portal: createPortalState(seed, { agencyCode: PRACTICE_AGENCY_CODE }) };
}

async function drawKeys(): Promise<CommuneKeys> {
  const [sealing, answer] = await Promise.all([
    crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']),
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']),
  ]);
  return {
    sealing: await exportPair(sealing),
    answer: await exportPair(answer),
    match: bytesToBase64Url(drawBytes(32)),
  };
}

async function exportPair(pair: CryptoKeyPair): Promise<CommuneKeys['sealing']> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey),
    publicKey: bytesToBase64Url(raw),
  };
}
