/** What went wrong with a PIN or the vault behind it, in one line. */
import type { UnlockTrouble } from '../custody/unlock.ts';
import type { Translate } from '../i18n/translate.ts';

export function describeUnlockTrouble(trouble: UnlockTrouble, t: Translate): string {
  switch (trouble.type) {
    case 'pinWrong':
      return trouble.triesLeft === 1 ? t('lock.lastTry') : t('lock.wrong', { count: trouble.triesLeft });
    case 'wait':
      return t('lock.wrongWait', { seconds: Math.ceil(trouble.milliseconds / 1_000) });
    case 'erased':
      return t('lock.erasedText');
    case 'storage':
      return t(`enrolment.storage.${trouble.fault}`);
    default:
      return t(`lock.${trouble.type}`);
  }
}
