/** The ways that are offered, in their order, each with what it needs. A way that still lacks something may be chosen: then it is an appointment. */
import { routeNeedTexts, routeTexts } from '#data/route-texts';
import type { Route } from '#shared/model/dossier';
import type { RouteOffer } from '#shared/rules/routes';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import styles from '../../ui/chips.module.css';

interface RouteChoicesProps {
  readonly offers: readonly RouteOffer[];
  readonly route: Route | undefined;
  /** Nothing was chosen and should have been. */
  readonly missing: boolean;
  readonly onChoose: (route: Route) => void;
}

export function RouteChoices({ offers, route, missing, onChoose }: RouteChoicesProps) {
  const { t, language } = useTranslation();
  return (
    <ChoiceList
      legend={t('dossiers.part.who')}
      error={missing ? t('dossiers.route.pickOne') : undefined}
      choices={offers.map((offer) => ({
        value: offer.route,
        label: routeTexts[offer.route].name[language],
        detail: <OfferDetail offer={offer} />,
      }))}
      value={route}
      onChange={onChoose}
    />
  );
}

function OfferDetail({ offer }: { readonly offer: RouteOffer }) {
  const { t, language } = useTranslation();
  const name = (need: RouteOffer['needs'][number]['need']) => routeNeedTexts[need][language];
  const fine = offer.needs.filter((item) => item.met !== false);
  const missing = offer.needs.filter((item) => item.met === false);
  const words = fine.map(({ need, met }) => (met ? `${name(need)} ✓` : name(need)));
  return (
    <span className={styles.route} data-testid={`route-${offer.route}`}>
      <span>{routeTexts[offer.route].who[language]}</span>
      {words.length > 0 && <span>{t('dossiers.route.needs', { needs: words.join(' · ') })}</span>}
      {missing.length > 0 && (
        <span className={styles.missing}>
          {t('dossiers.route.missing', { need: missing.map(({ need }) => name(need)).join(' · ') })}
        </span>
      )}
      {offer.decisionNumber !== undefined && (
        <span>{t('dossiers.route.decision', { number: offer.decisionNumber })}</span>
      )}
    </span>
  );
}
