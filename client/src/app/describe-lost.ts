/** What is gone from this machine, in words: how much of it the commune had not got. */
import type { Translate } from '../i18n/translate.ts';
import type { LostDatabase } from '../storage/vault-registry.ts';

export function describeLost(lost: readonly LostDatabase[], t: Translate): string {
  const count = lost.reduce((sum, { unsent }) => sum + unsent, 0);
  return count > 0 ? t('enrolment.lostUnsent', { count }) : t('enrolment.lost');
}
