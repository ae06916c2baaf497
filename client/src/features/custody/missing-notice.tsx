/** Says how far the commune has this phone's work where the phone itself remembers less of it. */
import type { MissingPlaces } from '../../custody/missing-places.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';

interface MissingNoticeProps {
  readonly missing: MissingPlaces;
  /** It is said beside this already that the book came back older and sends no more. */
  readonly isOlder: boolean;
}

export function MissingNotice({ missing: { here, commune, known }, isOlder }: MissingNoticeProps) {
  const { t } = useTranslation();
  const count = known - commune;
  return (
    <Banner tone="attention" title={isOlder ? undefined : t('custody.missing.title')}>
      <p data-testid="missing-places">
        {count > 0
          ? t('custody.missing.unsent', { commune, known, count })
          : t('custody.missing.allThere', { commune })}{' '}
        {t('custody.missing.here', { here })}
      </p>
      {!isOlder && <p>{t('custody.missing.stop')}</p>}
    </Banner>
  );
}
