/** Words for merging by a code: what a code says, and for every refusal the way out. Decides nothing. */
import { countToldPeople, type ListCode } from '#shared/contracts/list-code';
import { formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { MergeRefusal } from './merge-lists.ts';

export function listCodeFacts(code: ListCode) {
  return { letter: code.letter, count: countToldPeople(code), time: formatTime(code.at) };
}

export function describeMergeRefusal(refusal: MergeRefusal, { t }: Translator): string {
  switch (refusal.type) {
    case 'older':
      return t('teamwork.mergeRefused.older', { letter: refusal.letter, time: formatTime(refusal.at) });
    case 'arrived':
      return t('teamwork.mergeRefused.arrived', { letter: refusal.letter });
    default:
      return t(`teamwork.mergeRefused.${refusal.type}`);
  }
}
