/** A dossier on a slip: where it stands, who lodges it, what the citizen does next and brings. Tells no answer of its form. */
import type { OfficeTimes } from '#data/office-times';
import { findProcedure } from '#data/procedures';
import { routeNeedTexts, routeTexts } from '#data/route-texts';
import type { Lodging, Route } from '#shared/model/dossier';
import { judgeAppointmentDay } from '#shared/rules/appointment-day';
import { listNeededDocuments } from '#shared/rules/fill-form';
import { listFields } from '#shared/rules/form-definition';
import { listPauses } from '#shared/rules/pauses';
import type { Procedure } from '#shared/rules/procedure';
import type { RouteNeed } from '#shared/rules/routes';
import { describeBefore, describeCustody } from '../../custody/describe-custody.ts';
import type { RecordCustody } from '../../custody/record-custody.ts';
import { formatDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { DossierFacts, SlipAppointment } from './read-slip-facts.ts';
import type { SlipDossier, SlipStep } from './slip.ts';

/** Paper says where the dossier stands, which only the server knows; where its bytes are is for the phone to say. */
const TOLD_BY_SERVER: RecordCustody = {
  ...{ transport: 'atServer', text: 'atServer', piecesHere: 0, held: false, quarantined: false },
};

export function nameDossier({ procedure: code }: DossierFacts, { t, language }: Translator): string {
  return findProcedure(code)?.name[language] ?? t('desk.unknownProcedure', { code });
}

/** `name`: how the person wants to be called. */
export function describeDossier(dossier: DossierFacts, name: string, translator: Translator): SlipDossier {
  const { route, finishedAt, reference } = dossier;
  return {
    title: nameDossier(dossier, translator),
    standing: describeStanding(dossier, name, translator),
    route: route && routeTexts[route].name[translator.language],
    // What is being changed after it was finished is not on the desk until it is finished again.
    code: finishedAt === undefined ? undefined : reference,
  };
}

function describeStanding(dossier: DossierFacts, name: string, translator: Translator): string {
  const { lodging, appointment } = dossier;
  const facts = {
    lodging: lodging && nameFault(dossier, lodging, translator),
    name,
    appointmentDay: appointment?.day,
  };
  const words = describeCustody(TOLD_BY_SERVER, facts, translator);
  if (words.lodging === undefined) return describeBefore(dossier, translator, undefined);
  const evidence = lodging?.state === 'lodged' ? words.note : undefined;
  return [words.lodging, evidence].filter(Boolean).join(' · ');
}

/** An officer's free words may quote an answer: on paper stands the name of the box or paper instead. */
function nameFault(
  { procedure: code }: DossierFacts,
  lodging: Lodging,
  { t, language }: Translator,
): Lodging {
  if (lodging.state !== 'needsFix') return lodging;
  const form = findProcedure(code)?.form;
  const paper = form?.documents.find(({ id }) => id === lodging.document);
  const box = form && listFields(form).find(({ id }) => id === lodging.field);
  return { ...lodging, reason: (paper ?? box)?.label[language] ?? t('slips.fixOther') };
}

/** `about`: said where the person has several dossiers. */
export function describeNext(
  dossier: DossierFacts,
  { about, times }: { readonly about: string | undefined; readonly times: OfficeTimes },
  translator: Translator,
): SlipStep {
  const { t } = translator;
  const { appointment, lodging } = dossier;
  const key = findNext(dossier);
  const goesSomewhere = key === dossier.route;
  const what = t(`slips.next.${key}`);
  return {
    what: about === undefined ? what : t('slips.next.about', { about, what }),
    when: appointment && lodging?.state !== 'lodged' ? describeDay(appointment, translator) : undefined,
    details: [
      ...(key === 'lodged' || key === 'numberRecorded' ? listDue(dossier, translator) : []),
      ...(goesSomewhere ? listThings(dossier, key, translator) : []),
      ...(goesSomewhere && appointment
        ? listCautions(dossier, { route: key, appointment, times }, translator)
        : []),
    ],
  };
}

/** Only what the receiving system itself has printed: on paper nothing is counted by us that binds nobody. */
function listDue({ due, lodging }: DossierFacts, { t }: Translator): string[] {
  if (!due || lodging?.ended || (lodging && listPauses(lodging).some(({ askedAt }) => askedAt > due.at)))
    return [];
  return [t('slips.next.due', { day: formatDay(due.day) })];
}

interface Going {
  readonly route: Route;
  readonly appointment: SlipAppointment;
  readonly times: OfficeTimes;
}

const AT_OFFICE: readonly Route[] = ['assistedAtCentre', 'counter', 'policeInPerson', 'post'];

/** Nobody is to set out for a closed door. */
function listCautions(
  { procedure }: DossierFacts,
  { route, appointment: { day, part }, times }: Going,
  { t }: Translator,
): string[] {
  const field = findProcedure(procedure)?.field;
  if (field === undefined) return [];
  const note = judgeAppointmentDay({
    ...{ calendar: times.calendar, hours: times.getHours(field), day, part },
    isAtOffice: AT_OFFICE.includes(route),
  });
  return note === undefined ? [] : [t(`dossiers.route.${note}`)];
}

type Next =
  Route | 'stopped' | 'lodged' | 'needsFix' | 'needsPerson' | 'noRoute' | 'numberRecorded' | 'preparing';

function findNext({ lodging, recordedNumber, finishedAt, route, isStopped }: DossierFacts): Next {
  if (isStopped) return 'stopped';
  const state = lodging?.state;
  if (state === 'lodged' || state === 'needsFix' || state === 'needsPerson') return state;
  if (recordedNumber) return 'numberRecorded';
  if (finishedAt === undefined) return 'preparing';
  return route ?? 'noRoute';
}

function describeDay({ day, part, place }: SlipAppointment, translator: Translator): string {
  const { t } = translator;
  const words = { day: formatWeekdayAndDay(day, translator), part: t(`dossiers.day.${part}`) };
  return place === '' ? t('slips.next.day', words) : t('slips.next.dayAt', { ...words, place });
}

/** What each way cannot do without, beside the papers of the procedure. */
const THINGS: Readonly<Record<Route, readonly RouteNeed[]>> = {
  selfOwnPhone: ['ownPhone', 'vneidLevel2'],
  selfAtSession: ['ownPhone', 'vneidLevel2'],
  relative: ['relative'],
  assistedAtCentre: ['ownPhone', 'card'],
  counter: ['card'],
  post: ['card'],
  authorisedForward: [],
  policeInPerson: ['card', 'ownPhone', 'ownSim'],
};

/** Lodged from where the person is: nothing is carried anywhere. */
const AT_HOME: readonly Route[] = ['selfOwnPhone', 'relative', 'authorisedForward'];

function listThings(dossier: DossierFacts, route: Route, { t, language }: Translator): string[] {
  const procedure = findProcedure(dossier.procedure);
  const papers = procedure ? listPapers(dossier, route, procedure) : [];
  const things = [
    ...THINGS[route].map((need) => routeNeedTexts[need][language]),
    ...papers.map(({ label }) => label[language]),
  ];
  if (things.length === 0) return [];
  const words = { things: things.join(', ') };
  return [AT_HOME.includes(route) ? t('slips.next.needed', words) : t('slips.next.bring', words)];
}

/** What the citizen has to have at hand: the scans are with the commune only, and a waived paper is nobody's errand. */
function listPapers(
  dossier: DossierFacts,
  route: Route,
  { form }: Procedure,
): ReturnType<typeof listNeededDocuments> {
  if (route === 'authorisedForward') return [];
  const { scanned, papersNotNeeded } = dossier;
  return listNeededDocuments(form, dossier).filter(({ id, required }) => {
    const reason = papersNotNeeded[id];
    if (reason !== undefined) return reason === 'ownCamera' || reason === 'bringPaper';
    return required || scanned.includes(id);
  });
}
