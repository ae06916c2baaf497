/** Who approves while the head is away: nobody, or one person for some days; and the way to name and to end. For heads only. */
import { useState } from 'react';
import type { Delegation } from '#shared/contracts/review';
import type { Work } from '../../custody/work.ts';
import { formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';
import { EndDelegationDialog } from './end-delegation-dialog.tsx';
import type { ReviewOffice } from './queries.ts';

interface DelegationPartProps {
  readonly work: Work;
  /** `yyyy-mm-dd` of the figures. */
  readonly today: string;
  readonly office: ReviewOffice;
  /** In force or to come. */
  readonly delegation: Delegation | null;
  readonly onChanged: () => void;
}

export function DelegationPart({ work, today, office, delegation, onChanged }: DelegationPartProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Section title={t('review.delegation')}>
      <p data-testid="delegation">
        <b>{describeDelegation(delegation, t, today)}</b>
      </p>
      <p>{t('review.delegationHow')}</p>
      {delegation ? (
        <Button variant="secondary" data-testid="delegation-end" onClick={() => setOpen(true)}>
          {t('review.delegation.end')}
        </Button>
      ) : (
        <Button variant="secondary" data-testid="delegation-open" onClick={() => setOpen(true)}>
          {t('review.delegation.make')}
        </Button>
      )}
      {isOpen && delegation && <EndDelegationDialog {...{ office, delegation, onChanged }} onClose={close} />}
      {isOpen && !delegation && <DelegateDialog {...{ work, office, onChanged }} onClose={close} />}
    </Section>
  );
}

function describeDelegation(
  delegation: Delegation | null,
  t: ReturnType<typeof useTranslation>['t'],
  today: string,
): string {
  if (!delegation) return t('review.delegation.none');
  const { name, from, to } = delegation;
  return t('review.delegation.named', {
    name,
    from: formatShortDay(from, today),
    to: formatShortDay(to, today),
  });
}
