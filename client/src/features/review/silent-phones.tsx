/** Phones that still hold saves of a session, by name, and since when nobody heard of them. */
import type { SessionSummary } from '#shared/contracts/review';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';

export function SilentPhones({ session }: { readonly session: SessionSummary }) {
  const translator = useTranslation();
  const { t } = translator;
  const silent = session.silentPhones.filter((phone) => phone.missing > 0);
  if (silent.length === 0) return null;
  return (
    <Banner tone="attention" icon="noSignal" title={t('review.silentTitle')}>
      {silent.map((phone, at) => (
        <p key={`${phone.name}${at}`}>{describeSilence(phone, translator)}</p>
      ))}
      <p>{t('review.silentHint')}</p>
    </Banner>
  );
}

function describeSilence(phone: SessionSummary['silentPhones'][number], translator: Translator): string {
  const { name, missing: count, lastSeenAt } = phone;
  if (lastSeenAt === null) return translator.t('review.silentPhoneNever', { name, count });
  const when = formatDayAndTime(lastSeenAt, translator);
  return translator.t('review.silentPhone', { name, count, when });
}
