/** What is known of a phone that may still hold something of a session, in a line. */
import type { SilentPhone } from '#shared/contracts/review';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';

export function describeSilence(phone: SilentPhone, translator: Translator): string {
  const { t } = translator;
  const { name, missing: count, lastSeenAt, letter = '', maybe = [] } = phone;
  if (phone.why === 'joined') {
    const known = maybe.length > 0 && t('review.silentMaybe', { names: maybe.join(', ') });
    return [t('review.silentJoined', { letter }), known].filter(Boolean).join(' ');
  }
  const when = lastSeenAt !== null && formatDayAndTime(lastSeenAt, translator);
  if (phone.why === 'quiet')
    return when === false ? t('review.quietPhoneNever', { name }) : t('review.quietPhone', { name, when });
  if (when === false) return t('review.silentPhoneNever', { name, count });
  return t('review.silentPhone', { name, count, when });
}
