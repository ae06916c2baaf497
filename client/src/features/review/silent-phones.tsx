/** Phones that may still hold something of a session: by name where it is known, and since when nobody heard of them. */
import type { SessionSummary } from '#shared/contracts/review';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { describeSilence } from './describe-silence.ts';
import { listSilentPhones } from './judge-session.ts';
import styles from './review.module.css';

export function SilentPhones({ session }: { readonly session: SessionSummary }) {
  const translator = useTranslation();
  const { t } = translator;
  const silent = listSilentPhones(session);
  if (silent.length === 0) return null;
  return (
    <Banner tone="attention" icon="noSignal" title={t('review.silentTitle')}>
      <ul className={styles.flags} data-testid="silent-phones">
        {silent.map((phone, at) => (
          <li key={`${phone.name}${at}`}>{describeSilence(phone, translator)}</li>
        ))}
      </ul>
      <p>{t('review.silentHint')}</p>
    </Banner>
  );
}
