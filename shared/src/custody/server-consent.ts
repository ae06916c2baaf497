/**
 * What follows at the commune when somebody takes the yes back under which their dossiers were prepared: what is not lodged
 * stops, and its pack is recalled. What is lodged stays lodged.
 */
import { isId, type RecordId } from '../ids.ts';
import { isStoppedByWithdrawal } from '../model/dossier.ts';
import type { Operation, Patch } from '../model/operation.ts';
import { isPastStopping, judgeConsents } from '../rules/consent-standing.ts';
import type { ServerDraft } from './server-draft.ts';
import { findLodging, putLodging, stopLodging } from './server-lodging.ts';
import type { RecordState } from './server-types.ts';

/** True when every yes to preparing that is known of this person was taken back; never because none is known. */
export function isPreparingWithdrawn(draft: ServerDraft, citizen: unknown): boolean {
  const own = listPerson(draft, citizen);
  const consents = [...draft.records.values()]
    .filter((state) => state.collection === 'consent' && own.has(readText(state, 'citizen')))
    .map((state) => ({ values: readValues(state) }));
  return judgeConsents(consents, 'prepare') === 'withdrawn';
}

/** To be asked after the consent was folded. Answers the dossiers that must stop now, and are not known to have. */
export function listStopped(draft: ServerDraft, op: Operation): RecordState[] {
  const consent = draft.records.get(op.record);
  const citizen = consent && readText(consent, 'citizen');
  if (!citizen || !isPreparingWithdrawn(draft, citizen)) return [];
  const own = listPerson(draft, citizen);
  return [...draft.records.values()].filter(
    (state) =>
      state.collection === 'dossier' &&
      own.has(readText(state, 'citizen')) &&
      isFinished(state) &&
      mayStop(state),
  );
}

/** Said in the dossier, for the desk and for the phones. */
export function stopDossier(draft: ServerDraft, dossier: RecordState): void {
  if (mayStop(dossier)) putLodging(draft, dossier, stopLodging(findLodging(dossier), draft.now));
}

function mayStop(dossier: RecordState): boolean {
  const lodging = findLodging(dossier);
  return !isPastStopping(lodging) && !isStoppedByWithdrawal(lodging);
}

function isFinished({ fields }: RecordState): boolean {
  return (fields['finishedAt']?.value ?? null) !== null;
}

function listPerson(draft: ServerDraft, citizen: unknown): ReadonlySet<string> {
  if (!isId(citizen)) return new Set();
  return new Set(draft.persons.find((records) => records.includes(citizen as RecordId)) ?? [citizen]);
}

function readText({ fields }: RecordState, path: string): string {
  const value = fields[path]?.value;
  return typeof value === 'string' ? value : '';
}

function readValues({ fields }: RecordState): Patch {
  return Object.fromEntries(Object.entries(fields).map(([path, { value }]) => [path, value]));
}
