/** What is at hand, ticked at the table: only what some offered way asks for. */
import { routeNeedTexts } from '#data/route-texts';
import type { Readiness, RouteOffer } from '#shared/rules/routes';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChipGroup, TickChip } from '../../ui/chips.tsx';
import { isAskedNeed, isReadyFor, tickNeed } from './read-readiness.ts';

interface ReadinessChipsProps {
  readonly offers: readonly RouteOffer[];
  readonly readiness: Readiness;
  readonly onChange: (readiness: Readiness) => void;
}

export function ReadinessChips({ offers, readiness, onChange }: ReadinessChipsProps) {
  const { t, language } = useTranslation();
  const judged = offers.flatMap((offer) => offer.needs).filter((item) => item.met !== undefined);
  const needs = [...new Set(judged.map((item) => item.need))].filter(isAskedNeed);
  return (
    <ChipGroup legend={t('dossiers.route.ready')}>
      {needs.map((need) => (
        <TickChip
          key={need}
          label={routeNeedTexts[need][language]}
          checked={isReadyFor(need, readiness)}
          onChange={(ticked) => onChange(tickNeed(need, ticked, readiness))}
        />
      ))}
    </ChipGroup>
  );
}
