/** Reads a dossier and what stands around it: its citizen, procedure, papers, consent, custody. Writes nothing. */
import { useMemo } from 'react';
import { findProcedure } from '#data/procedures';
import type { Patch } from '#shared/model/operation';
import type { AttachmentId, RecordId } from '#shared/ids';
import type { ConsentPurpose } from '#shared/model/citizen';
import { listFields } from '#shared/rules/form-definition';
import type { HolidayCalendar } from '#shared/rules/office-days';
import type { Procedure } from '#shared/rules/procedure';
import { listPersonRecords } from '#shared/rules/same-record';
import type { CustodyWords } from '../../custody/describe-custody.ts';
import { describeCustody } from '../../custody/describe-custody.ts';
import { findRequest, type MendRequest } from '../../custody/find-request.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { combineCustody } from './combine-custody.ts';
import type { Lack } from './list-lacks.ts';
import { listLacks } from './list-lacks.ts';
import type { Dossier } from './read-dossier.ts';
import { isLodged, nameFiler, readDossier } from './read-dossier.ts';
import { workOutFees } from './work-out-fee.ts';

export interface OpenDossier {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  /** The citizen's record as it is shown; empty while it has not been pulled. */
  readonly citizen: Patch;
  readonly name: string;
  /** Field → what others answered. */
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
  /** What is asked to be mended. */
  readonly request: MendRequest | undefined;
}

/** `gone`: not on this phone. `unknownProcedure`: newer than this build's catalogue. */
export type FoundDossier = OpenDossier | 'gone' | 'unknownProcedure';

export function useDossier(work: Work, record: RecordId): FoundDossier {
  const view = useSnapshot(work.store, () => work.store.findRecord(record));
  const citizenId = view?.values['citizen'] as RecordId | undefined;
  const citizen = useSnapshot(work.store, () => citizenId && work.store.findRecord(citizenId));
  const { calendar } = work.officeTimes;
  return useMemo(() => openDossier(view, citizen, calendar), [view, citizen, calendar]);
}

/** The same outside of a screen: as it stands now. */
export function findOpenDossier({ store, officeTimes }: Work, record: RecordId): FoundDossier {
  const view = store.findRecord(record);
  const citizen = view?.values['citizen'] as RecordId | undefined;
  return openDossier(view, citizen && store.findRecord(citizen), officeTimes.calendar);
}

function openDossier(
  view: RecordView | undefined,
  citizen: RecordView | undefined,
  calendar: HolidayCalendar,
): FoundDossier {
  if (view?.collection !== 'dossier') return 'gone';
  const dossier = readDossier(view.record, view.values);
  const procedure = findProcedure(dossier.procedure);
  if (!procedure) return 'unknownProcedure';
  const values = citizen?.values ?? {};
  const name = typeof values['fullName'] === 'string' ? values['fullName'] : '';
  const conflicts = readConflicts(view.conflicts);
  return {
    dossier,
    procedure,
    citizen: values,
    name,
    conflicts,
    request: findRequest(view.values, calendar),
  };
}

function readConflicts(all: Readonly<Record<string, readonly unknown[]>>): OpenDossier['conflicts'] {
  const answers = Object.entries(all).filter(([path]) => path.startsWith('answers/'));
  return Object.fromEntries(answers.map(([path, others]) => [path.slice('answers/'.length), others]));
}

/** Transport and lodging of the dossier with its papers, in words. */
export function useDossierCustody(work: Work, open: OpenDossier, translator: Translator): CustodyWords {
  useSnapshot(work.store, () => work.store.version);
  const { dossier, name } = open;
  const attachments = Object.values(dossier.papers);
  const custody = combineCustody(
    work.readCustody(dossier.record),
    attachments.map((attachment) => work.readCustody(toRecord(attachment))),
    attachments.reduce((sum, attachment) => sum + work.papers.countHere(attachment), 0),
  );
  const facts = {
    lodging: dossier.lodging,
    name: nameFiler(dossier, name),
    appointmentDay: dossier.appointment?.day,
    today: getToday(work),
  };
  return describeCustody(custody, facts, translator);
}

/** What is lodged is closed, but for the box or paper that somebody has asked to mend. */
export function isClosed(
  { dossier, procedure: { form }, request }: OpenDossier,
  part: { readonly field?: string; readonly document?: string },
): boolean {
  if (!isLodged(dossier)) return false;
  if (!request) return true;
  const { field, document } = request;
  const isNamed =
    form.documents.some(({ id }) => id === document) || listFields(form).some(({ id }) => id === field);
  if (!isNamed) return false;
  return part.document === undefined ? part.field !== field : part.document !== document;
}

/** A scan's record bears the scan's own id. */
export function toRecord(attachment: AttachmentId): RecordId {
  return attachment as string as RecordId;
}

/** Of all pages of a paper together. */
export function usePieces(
  work: Work,
  attachments: readonly AttachmentId[],
): { readonly pieces: number; readonly here: number } {
  useSnapshot(work.store, () => work.store.version);
  const counts = attachments.map((attachment) => {
    const pieces = work.store.findRecord(toRecord(attachment))?.values['pieces'];
    return typeof pieces === 'number' ? pieces : 0;
  });
  return {
    pieces: counts.reduce((sum, count) => sum + count, 0),
    here: attachments.reduce((sum, attachment) => sum + work.papers.countHere(attachment), 0),
  };
}

/** True for a yes of this person to this purpose, under whichever of their records, that was not taken back. */
export function hasConsent(work: Work, citizen: RecordId | undefined, purpose: ConsentPurpose): boolean {
  const own = listOwn(work, citizen);
  return work.store.listRecords('consent').some(({ values }) => {
    const purposes = values['purposes'] as readonly ConsentPurpose[] | undefined;
    return (
      own.has(String(values['citizen'])) && values['withdrawnAt'] === undefined && purposes?.includes(purpose)
    );
  });
}

export function findAccountSetup(work: Work, citizen: RecordId | undefined): Patch | undefined {
  const own = listOwn(work, citizen);
  return work.store.listRecords('accountSetup').find(({ values }) => own.has(String(values['citizen'])))
    ?.values;
}

function listOwn(work: Work, citizen: RecordId | undefined): ReadonlySet<string> {
  return citizen === undefined ? new Set() : listPersonRecords(work.store.listRecords('citizen'), citizen);
}

/** yyyy-mm-dd in Vietnam. */
export function getToday(work: Work): string {
  return dayOfInstant(work.now());
}

export function listDossierLacks(work: Work, open: OpenDossier): Lack[] {
  const { procedure, dossier, conflicts } = open;
  const { provinceCode, postAgreement } = work;
  const today = getToday(work);
  return listLacks({
    procedure,
    dossier,
    today,
    fees: workOutFees(procedure, dossier, { provinceCode, postAgreement, today }).map(({ fee }) => fee),
    conflicts: Object.keys(conflicts),
    consentsToAuthorisedFiling: hasConsent(work, dossier.citizen, 'authorisedFiling'),
  });
}
