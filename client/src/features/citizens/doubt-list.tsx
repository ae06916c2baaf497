/** The doubts about a card, one by one, each with what settles it. Blocks nothing. */
import { cardWarningTexts } from '#data/card-warning-texts';
import type { CardWarning } from '#shared/rules/card-warning';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

interface DoubtListProps {
  readonly doubts: readonly CardWarning[];
  /** Looked at: it is as it stands. */
  readonly onSettle: (doubt: CardWarning) => void;
  /** The whole date is meant after all. */
  readonly onWholeDate: (doubt: CardWarning) => void;
  readonly onEdit: () => void;
}

export function DoubtList({ doubts, onSettle, onWholeDate, onEdit }: DoubtListProps) {
  const { t, language } = useTranslation();
  return doubts.map((doubt) => (
    <Banner
      key={`${doubt.code} ${doubt.field}`}
      tone={doubt.level === 'check' ? 'attention' : 'info'}
      actions={
        doubt.level === 'check' &&
        (doubt.code === 'birthDateYearOnly' ? (
          <>
            <Button variant="secondary" onClick={() => onSettle(doubt)}>
              {t('citizens.yearOnly')}
            </Button>
            <Button variant="secondary" onClick={() => onWholeDate(doubt)}>
              {t('citizens.wholeDate')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="secondary" onClick={() => onSettle(doubt)}>
              {t('citizens.confirmBox')}
            </Button>
            <Button variant="quiet" icon="edit" onClick={onEdit}>
              {t('citizens.editFacts')}
            </Button>
          </>
        ))
      }
    >
      {cardWarningTexts[doubt.code][language]}
    </Banner>
  ));
}
