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
import {
  findRelativeFault,
  relativeFaults,
  type RelativeFault,
  settleRelative,
  startRelativeDraft,
} from './relative-draft.ts';
import { RelativeFields } from './relative-fields.tsx';
import { RouteChoices } from './route-choices.tsx';
import { RouteRule } from './route-rule.tsx';

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
  const { readiness, setReadiness, offers, route, setRoute } = useRouteChoice(work, open);
  const answer = useRouteAnswer(work, open, { route, hasSignal: readiness.hasSignal === true });
  const overview = `/ho-so/${open.dossier.record}`;
  const pick = (next: Route) => {
    setRoute(next);
    answer.prepareFor(next);
  };
  return (
    <Page
      actions={
        <Button
          icon="check"
          onClick={() => {
            if (answer.choose()) navigate(overview);
          }}
          data-testid="route-choose"
        >
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
      <RouteChoices offers={offers} route={route} onChoose={pick} missing={answer.fault === 'pickOne'} />
      <RouteRule route={route} />
      {route && <RouteDetails work={work} open={open} route={route} answer={answer} />}
    </Page>
  );
}

type Fault = AppointmentFault | RelativeFault | 'pickOne';

interface WayChoice {
  readonly route: Route | undefined;
  readonly hasSignal: boolean;
}

/** What goes with the way that is chosen: who files, and when; checked together. */
function useRouteAnswer(work: Work, open: OpenDossier, { route, hasSignal }: WayChoice) {
  const { dossier } = open;
  const [draft, setDraft] = useState<AppointmentDraft>(
    dossier.appointment ?? { day: '', part: 'morning', place: '' },
  );
  const [relative, setRelative] = useState(() => startRelativeDraft(dossier.relative));
  const [fault, setFault] = useState<Fault>();
  const [tries, setTries] = useState(0);
  const prepareFor = (next: Route) => {
    setFault(undefined);
    if (draft.place === '' && isAtOffice(next)) setDraft({ ...draft, place: work.commune.name });
  };
  const findFault = (): Fault | undefined => {
    if (route === undefined) return 'pickOne';
    const unnamed = route === 'relative' ? findRelativeFault(relative) : undefined;
    return unnamed ?? findAppointmentFault({ route, hasSignal }, draft, getToday(work));
  };
  /** True once it is written down. */
  const choose = (): boolean => {
    const found = findFault();
    setFault(found);
    setTries(tries + 1);
    if (route === undefined || found) return false;
    const appointment = settleAppointment({ route, hasSignal }, draft);
    chooseRoute(work, open, { route, appointment, relative: settleRelative(relative) });
    return true;
  };
  // What was wrong may be right now.
  const mend =
    <Draft,>(set: (draft: Draft) => void) =>
    (next: Draft) => {
      setFault(undefined);
      set(next);
    };
  const change = { setDraft: mend(setDraft), setRelative: mend(setRelative) };
  return { draft, relative, ...change, fault, tries, prepareFor, choose, hasSignal };
}

interface RouteDetailsProps extends OpenRouteProps {
  readonly route: Route;
  readonly answer: ReturnType<typeof useRouteAnswer>;
}

function RouteDetails({ work, open, route, answer }: RouteDetailsProps) {
  const { t } = useTranslation();
  const { draft, setDraft, relative, setRelative, fault, tries, hasSignal } = answer;
  const isOfDay = fault === 'dayInvalid' || fault === 'dayPast' || fault === 'pickDay';
  return (
    <>
      <AsksMore open={open} route={route} />
      {route === 'relative' && (
        <RelativeFields
          form={open.procedure.form}
          draft={relative}
          tries={tries}
          fault={relativeFaults.find((one) => one === fault)}
          onChange={setRelative}
        />
      )}
      {takesAppointment(route, hasSignal) && (
        <AppointmentFields
          {...{ route, draft, today: getToday(work), onChange: setDraft }}
          communePhone={work.commune.phone}
          calendar={work.officeTimes.calendar}
          hours={work.officeTimes.getHours(open.procedure.field)}
          error={isOfDay ? t(`dossiers.route.${fault}`) : undefined}
        />
      )}
    </>
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
