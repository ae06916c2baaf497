/** Why the commune did not do what was asked. */
import type { SendFault } from '../../custody/read-refusal.ts';
import type { Translator } from '../../i18n/translate.ts';

export function describeFault({ refusal }: SendFault, { t }: Pick<Translator, 't'>): string {
  return refusal ? t(`errors.${refusal.error}`) : t('review.people.noSignal');
}
