/** One referral in words: what is wanted of the police, and what the person brings. */
import type { Translator } from '../../i18n/translate.ts';
import type { Referral } from './list-referrals.ts';

export function describeErrands({ errands }: Referral, { t }: Translator): string {
  return errands.map((errand) => t(`account.errand.${errand}`)).join(', ');
}

export function describeBring({ paper }: Referral, { t }: Translator): string {
  return t(`police.bring.${paper ?? 'unknown'}`);
}

export function nameReferred({ name }: Referral, { t }: Translator): string {
  return name || t('desk.noName');
}
