/** Who this device belongs to and what its commune has told it beside records. Kept encrypted: a name is a name. */
import type { Commune, EnrolReply, Member, SelfReply } from '#shared/contracts/enrolment';
import { err, ok, type Result } from '#shared/result';
import type { Bytes, Vault } from '../vault/vault-types.ts';
import type { FormerPhone } from './former-phones.ts';

export interface Profile {
  readonly member: Member;
  readonly commune: Commune;
  /** Four words to compare with the commune's screen. */
  readonly words: readonly string[];
  readonly madeUpPeople: boolean;
  /** How far the commune has the work of phones before this one, until somebody has said that they have read it. */
  readonly former?: readonly FormerPhone[];
  /** Known from the first contact after approval. */
  readonly told?: Pick<
    SelfReply,
    'leaseDays' | 'provinceCode' | 'authorisations' | 'postAgreement' | 'teamMembers' | 'delegation'
  >;
}

const KIND = 'profile';

export function createProfile({ member, commune, words, madeUpPeople }: EnrolReply): Profile {
  return { member, commune, words, madeUpPeople };
}

export function updateProfile(profile: Profile, self: SelfReply): Profile {
  const { member, commune, madeUpPeople } = self;
  const { leaseDays, provinceCode, authorisations, postAgreement, teamMembers, delegation } = self;
  const told = { leaseDays, provinceCode, authorisations, postAgreement, teamMembers, delegation };
  return { ...profile, member, commune, madeUpPeople, told };
}

/** `vaultId`: where the ciphertext belongs. */
export function encryptProfile(vault: Vault, vaultId: string, profile: Profile): Promise<Bytes> {
  return vault.encryptRecord({ record: vaultId, kind: KIND, revision: 0, plain: JSON.stringify(profile) });
}

export async function decryptProfile(
  vault: Vault,
  vaultId: string,
  cipher: Uint8Array | undefined,
): Promise<Result<Profile, 'damaged'>> {
  if (!cipher) return err('damaged');
  const opened = await vault.decryptRecord({ record: vaultId, kind: KIND, cipher });
  return opened.ok ? ok(JSON.parse(opened.value.text) as Profile) : err('damaged');
}
