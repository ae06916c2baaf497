/** A device's news in words: what is missing, since when, and why a request was not carried out. */
import type { SendFault } from '../../custody/read-refusal.ts';
import type { Translator } from '../../i18n/translate.ts';
import { type Loss, roundAge } from './arrange-devices.ts';

export function describeAge(seconds: number, { t }: Translator): string {
  const { unit, count } = roundAge(seconds);
  return t(`administration.age.${unit}`, { count });
}

export function describeLoss({ missing, oldestAge }: Loss, translator: Translator): string {
  const age = describeAge(oldestAge, translator);
  return translator.t('administration.notArrived', { count: missing, age });
}

export function describeFault({ refusal }: SendFault, { t }: Translator): string {
  return refusal ? t(`errors.${refusal.error}`) : t('administration.needSignal');
}
