/** What can be done to a dossier: begun, answered, given papers and a route, finished, given its number. Draws nothing. */
import { findProcedure } from '#data/procedures';
import type { Json, Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import { forwardedRoutes, type RecordedNumber, type Route } from '#shared/model/dossier';
import type { ActedBy } from '#shared/model/field-kinds';
import { type Answer, type CitizenFacts, prefillAnswers } from '#shared/rules/fill-form';
import { listVisibleFields } from '#shared/rules/visible-fields';
import type { CheckedNumber } from '#shared/rules/dossier-number';
import { findAuthorisation } from '#shared/rules/routes';
import { findLodgedRequest } from '../../custody/find-request.ts';
import type { Work } from '../../custody/work.ts';
import { writeFeeLine } from '../../i18n/write-fee.ts';
import { getToday, listDossierLacks, type OpenDossier } from './queries.ts';
import { type Appointment, type Dossier, isLodged } from './read-dossier.ts';
import { readAuthorisations } from './read-readiness.ts';
import { changeFiler, dropFiler, type NamedRelative } from './relative-draft.ts';
import { workOutFees } from './work-out-fee.ts';

export interface DossierStart {
  readonly citizen: RecordId;
  /** The session at which it was begun; undefined at a house. */
  readonly session?: RecordId | undefined;
  /** Code of the procedure, of today or of before. */
  readonly procedure: string;
}

/** Begins a dossier with what the card already says. The citizen has said yes before. */
export function createDossier(work: Work, { citizen, session, procedure: code }: DossierStart): RecordId {
  const procedure = findProcedure(code);
  if (!procedure) throw new Error(`A dossier was begun for ${code}, which is not in the catalogue.`);
  const facts = (work.store.findRecord(citizen)?.values ?? {}) as CitizenFacts;
  const known = Object.entries(prefillAnswers(procedure.form, facts));
  const record = work.newId();
  write(work, record, {
    citizen,
    ...(session !== undefined && { session }),
    procedure: procedure.code,
    formVersion: procedure.form.formVersion,
    begunAt: work.now(),
    ...Object.fromEntries(known.map(([field, answer]) => [`answers/${field}`, answer])),
  });
  return record;
}

/** An empty answer takes the old one away. */
export function answerQuestion(
  work: Work,
  dossier: Dossier,
  { fieldId, answer }: { readonly fieldId: string; readonly answer: Answer | undefined },
): void {
  if (dossier.answers[fieldId] === answer) return;
  amend(work, dossier, { [`answers/${fieldId}`]: answer ?? null });
}

/** Of two different answers one was chosen: the same word again, said in knowledge of the other. */
export function settleConflict(
  work: Work,
  dossier: Dossier,
  { fieldId, answer }: { readonly fieldId: string; readonly answer: Answer },
): void {
  amend(work, dossier, { [`answers/${fieldId}`]: answer });
}

export function setActor(
  work: Work,
  dossier: Dossier,
  { section, actor }: { readonly section: string; readonly actor: ActedBy },
): void {
  if (dossier.actedBy[section] !== actor) write(work, dossier.record, { [`actedBy/${section}`]: actor });
}

/** Why a paper is not needed; undefined takes the reason back. */
export function waivePaper(
  work: Work,
  dossier: Dossier,
  { documentId, reason }: { readonly documentId: string; readonly reason: string | undefined },
): void {
  amend(work, dossier, { [`papersNotNeeded/${documentId}`]: reason ?? null });
}

export interface RouteChoice {
  readonly route: Route;
  readonly appointment: Appointment | undefined;
  /** Who files on route C. */
  readonly relative?: NamedRelative | undefined;
}

/** A finished dossier stays finished where the new way asks for nothing more and changes no answer. */
export function chooseRoute(work: Work, open: OpenDossier, choice: RouteChoice): void {
  const { dossier } = open;
  const filer = isLodged(dossier) ? {} : changeFiler(open, choice, work.now());
  const route: Patch = { route: choice.route, appointment: (choice.appointment ?? null) as Json, ...filer };
  if (dossier.finishedAt === undefined || isLodged(dossier)) return write(work, dossier.record, route);
  const moved = moveDossier(open, choice);
  if (Object.keys(filer).length > 0 || listDossierLacks(work, moved).length > 0)
    return write(work, dossier.record, { ...route, finishedAt: null });
  write(work, dossier.record, {
    ...route,
    ...sealRoute(work, moved, needsNewReference(dossier.route, choice.route)),
  });
}

/** Sent at once, so that the commune recalls what waits in their name. Answers how to write the yes down again. */
export function withdrawRelative(work: Work, open: OpenDossier): () => void {
  const { record } = open.dossier;
  const patch = dropFiler(open);
  const values = work.store.findRecord(record)?.values ?? {};
  const before = Object.keys(patch).map((path): [string, Json] => [path, values[path] ?? null]);
  write(work, record, patch);
  void work.drafts.finishEditing(record);
  // Its pack was recalled: it has to be finished anew, under another reference.
  return () => write(work, record, { ...Object.fromEntries(before), finishedAt: null });
}

function moveDossier(open: OpenDossier, { route, appointment }: RouteChoice): OpenDossier {
  return { ...open, dossier: { ...open.dossier, route, appointment } };
}

/** A pack that was taken back leaves its reference spent at the portal. */
function needsNewReference(before: Route | undefined, after: Route): boolean {
  const wasForwarded = before !== undefined && forwardedRoutes.includes(before);
  return forwardedRoutes.includes(after) && !wasForwarded;
}

/** Call only without lacks. One reference is one version: what is finished again takes the place of what was. */
export async function finishDossier(work: Work, open: OpenDossier): Promise<void> {
  const { record } = open.dossier;
  write(work, record, {
    ...dropUnasked(open),
    ...sealRoute(work, open, true),
    ...answerRequest(open),
    finishedAt: work.now(),
  });
  await work.drafts.finishEditing(record);
}

/**
 * Of a lodged dossier: what was asked for is mended. Its number and way stay; the commune gets what changed. `note`: nothing
 * did, and why.
 */
export async function sendMended(work: Work, open: OpenDossier, note?: string): Promise<void> {
  const { record } = open.dossier;
  const answers = open.request?.key;
  const said = note !== undefined && answers !== undefined && { answers, text: note, by: work.member.name };
  write(work, record, {
    ...answerRequest(open),
    ...(said && { mendNote: said }),
    finishedAt: work.now(),
  });
  await work.drafts.finishEditing(record);
}

function answerRequest({ request }: OpenDossier): Patch {
  return request ? { mends: request.key } : {};
}

/** Answers to questions that later answers took away: nobody else is to be told them. */
function dropUnasked({ dossier, procedure }: OpenDossier): Patch {
  const asked = listVisibleFields(procedure.form, dossier).map(({ id }) => id);
  const left = Object.keys(dossier.answers).filter((fieldId) => !asked.includes(fieldId));
  return Object.fromEntries(left.map((fieldId) => [`answers/${fieldId}`, null]));
}

function sealRoute(work: Work, { dossier, procedure }: OpenDossier, newReference: boolean): Patch {
  const today = getToday(work);
  const { provinceCode, postAgreement } = work;
  // A route is chosen by now: there is one way, and one fee.
  const [chosen] = workOutFees(procedure, dossier, { provinceCode, postAgreement, today });
  const fee = chosen?.fee;
  const decision =
    dossier.route === 'authorisedForward'
      ? findAuthorisation(readAuthorisations(work), procedure.code, today)?.decisionNumber
      : undefined;
  return {
    ...(fee && { fee: { amount: fee.amount, reason: writeFeeLine(fee.reason, 'vi') } }),
    ...(newReference && { reference: work.newReference() }),
    authorisation: decision ?? null,
  };
}

/** The number on the citizen's receipt, and its due day (yyyy-mm-dd) where it names one. The dossier is lodged when the commune has taken it, not before. */
export async function recordNumber(
  work: Work,
  record: RecordId,
  { number, due }: { readonly number: CheckedNumber; readonly due: string | undefined },
): Promise<void> {
  const said = { by: work.member.name, at: work.now() };
  const recorded: RecordedNumber = { ...number, evidence: 'citizenShown', ...said };
  write(work, record, {
    recordedNumber: recorded as unknown as Json,
    ...(due !== undefined && { dueOnReceipt: { day: due, ...said } }),
  });
  await work.drafts.finishEditing(record);
}

function write(work: Work, record: RecordId, patch: Patch): void {
  work.drafts.editRecord({ collection: 'dossier', record, patch });
}

/** What is changed after finishing has to be finished again: the portal would hold an older version. */
export function amend(work: Work, dossier: Dossier, patch: Patch): void {
  const isOpenAgain = dossier.finishedAt !== undefined && !isLodged(dossier);
  const asked = findLodgedRequest(dossier.lodging);
  write(work, dossier.record, {
    ...patch,
    ...(isOpenAgain && { finishedAt: null }),
    ...(asked !== undefined && { changedFor: asked }),
  });
}
