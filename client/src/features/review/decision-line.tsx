/** What was decided, by whom, and in whose hands that word is now; with the way to take it back. */
import { isOddInstant } from '#shared/rules/odd-time';
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { takeBack } from './actions.ts';
import { nameWriter } from './name-writer.ts';
import type { ShownDecision } from './find-decision.ts';

interface DecisionLineProps {
  readonly decision: ShownDecision;
  readonly work: Work;
}

export function DecisionLine({ decision, work }: DecisionLineProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { place } = decision;
  const custody = place && work.readCustody(place.record);
  const trouble = custody?.setAside
    ? t(`errors.${custody.setAside.code}`)
    : custody?.trouble && t('custody.bar.notSaved');
  const isApproved = decision.decision === 'approved';
  const where = t(`review.decision.${custody?.transport ?? 'atServer'}`);
  return (
    <Banner
      tone={trouble ? 'bad' : isApproved ? 'good' : 'info'}
      icon={isApproved ? 'check' : 'undo'}
      title={`${t(`review.decision.${decision.decision}`)} · ${trouble ?? where}`}
      actions={
        place && (
          <Button variant="quiet" icon="undo" onClick={() => takeBack(work, place)}>
            {t(isApproved ? 'review.takeBack' : 'review.takeBackReturn')}
          </Button>
        )
      }
    >
      {decision.reason && <p>“{decision.reason}”</p>}
      <p>
        {t('review.decision.byAt', {
          name: nameWriter(decision, translator),
          when: formatDayAndTime(decision.at, translator),
        })}
      </p>
      {isOddInstant(decision.at, work.communeNow()) && (
        <p data-testid="decision-odd-time">{t('review.decision.oddTime')}</p>
      )}
    </Banner>
  );
}
