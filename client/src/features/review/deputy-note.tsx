/** What whoever stands in for the head must know: in whose place, until when; and outside the days, that the log is shut. */
import type { Delegation } from '#shared/contracts/review';
import { formatDay, formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { Shut } from './find-deputy.ts';

export function DeputyNote({ deputy, today }: { readonly deputy: Delegation; readonly today: string }) {
  const { t } = useTranslation();
  return (
    <Banner icon="person">
      <span data-testid="deputy-note">
        {t('review.deputy.note', { to: formatShortDay(deputy.to, today) })}
      </span>
    </Banner>
  );
}

export function ShutLog({ shut: { state, from, to } }: { readonly shut: Shut }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('review.title')} />
      <EmptyState icon="lock" title={t('review.deputy.shut')}>
        {t(`review.deputy.${state}`, { from: formatDay(from), to: formatDay(to) })}
      </EmptyState>
    </>
  );
}
