/** Who lodges: asked once, at the end. Offers what the rules offer, says what each way still needs, and keeps the appointment. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { Route } from '#shared/model/dossier';
import { listQuestions } from '#shared/rules/fill-form';
import { findRecommendedRoute, listRoutes, type Readiness, type RouteOffer } from '#shared/rules/routes';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { chooseRoute } from './actions.ts';
import {
  type AppointmentDraft,
  type AppointmentFault,
  findAppointmentFault,
  isAtOffice,
  settleAppointment,
  takesAppointment,
} from './appointment-draft.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import { DossierGate } from './dossier-gate.tsx';
import { findAccountSetup, getToday, hasConsent, type OpenDossier } from './queries.ts';
import { readAuthorisations, readReadiness } from './read-readiness.ts';
import { ReadinessChips } from './readiness-chips.tsx';
import { RouteChoices } from './route-choices.tsx';

interface RouteViewProps {
  readonly work: Work;
  readonly record: RecordId;
}

export function RouteView({ work, record }: RouteViewProps) {
  useEffect(() => () => void work.drafts.finishEditing(record), [work, record]);
  return (
    <DossierGate work={work} record={record}>
      {(open) => <OpenRoute work={work} open={open} />}
    </DossierGate>
  );
}

interface OpenRouteProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

function OpenRoute({ work, open }: OpenRouteProps) {
  const { t, language } = useTranslation();
  const [, navigate] = useLocation();
  const today = getToday(work);
  const { readiness, setReadiness, offers, route, setRoute } = useRouteChoice(work, open);
  const [draft, setDraft] = useState<AppointmentDraft>(
    open.dossier.appointment ?? { day: '', part: 'morning', place: '' },
  );
  const [fault, setFault] = useState<AppointmentFault | 'pickOne'>();
  const hasSignal = readiness.hasSignal === true;
  const overview = `/ho-so/${open.dossier.record}`;
  const choose = () => {
    const found = route === undefined ? 'pickOne' : findAppointmentFault({ route, hasSignal }, draft, today);
    setFault(found);
    if (route === undefined || found) return;
    chooseRoute(work, open, { route, appointment: settleAppointment({ route, hasSignal }, draft) });
    navigate(overview);
  };
  const pick = (next: Route) => {
    setRoute(next);
    setFault(undefined);
    if (draft.place === '' && isAtOffice(next)) setDraft({ ...draft, place: work.commune.name });
  };
  return (
    <Page
      actions={
        <Button icon="check" onClick={choose} data-testid="route-choose">
          {t('dossiers.route.choose')}
        </Button>
      }
    >
      <TopBar
        help={t('help.route')}
        title={t('dossiers.route.title')}
        subtitle={t('dossiers.form.subtitle', { name: open.name, procedure: open.procedure.name[language] })}
        backHref={overview}
        backLabel={t('shell.action.back')}
      />
      <p>{t('dossiers.route.hint')}</p>
      <ReadinessChips offers={offers} readiness={readiness} onChange={setReadiness} />
      <RouteChoices offers={offers} route={route} onChoose={pick} missing={fault === 'pickOne'} />
      {route && <AsksMore open={open} route={route} />}
      {route && takesAppointment(route, hasSignal) && (
        <AppointmentFields
          {...{ route, draft, today, onChange: setDraft }}
          communePhone={work.commune.phone}
          calendar={work.officeTimes.calendar}
          hours={work.officeTimes.getHours(open.procedure.field)}
          error={fault && fault !== 'pickOne' ? t(`dossiers.route.${fault}`) : undefined}
        />
      )}
    </Page>
  );
}

function useRouteChoice(work: Work, { dossier, procedure, citizen }: OpenDossier) {
  const [readiness, setReadiness] = useState<Readiness>(() =>
    readReadiness({
      citizen,
      accountSetup: findAccountSetup(work, dossier.citizen),
      consentsToAuthorisedFiling: hasConsent(work, dossier.citizen, 'authorisedFiling'),
    }),
  );
  const [chosen, setRoute] = useState(dossier.route);
  const authorisations = readAuthorisations(work);
  const offers: readonly RouteOffer[] = listRoutes({
    ...{ procedure, readiness, authorisations, postAgreement: work.postAgreement },
    today: getToday(work),
  });
  return { readiness, setReadiness, offers, route: chosen ?? findRecommendedRoute(offers), setRoute };
}

/** Where an officer takes the whole form, what the portal would have known is asked too. */
function AsksMore({ open, route }: { readonly open: OpenDossier; readonly route: Route }) {
  const { t } = useTranslation();
  const { dossier, procedure } = open;
  const before = listQuestions(procedure.form, dossier.route, dossier.answers);
  const after = listQuestions(procedure.form, route, dossier.answers);
  const count = after.filter(
    ({ field }) =>
      dossier.answers[field.id] === undefined &&
      field.required &&
      !before.some((one) => one.field.id === field.id),
  ).length;
  return count > 0 && <Banner>{t('dossiers.route.asksMore', { count })}</Banner>;
}
