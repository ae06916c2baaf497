/** Who may see what a batch wrote: the writer's team, and the office once a dossier is finished or a citizen wants the police told. Gained sight becomes a change of its own. */
import type { RecordState } from '#shared/custody/server-types';
import { isId, type RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { ChangeKind } from '../storage/rows.ts';

interface Place {
  readonly communeN: number;
  /** 0 for the server and the commune's staff, who have no team. */
  readonly teamN: number;
  /** The commune's change sequence after the batch's own changes. */
  readonly seq: number;
}

export interface Written {
  readonly n: number;
  readonly state: RecordState;
  readonly isNew: boolean;
  readonly office: boolean;
  /** Named by an operation of the batch, not only written in answer to one. */
  readonly isOfWriter: boolean;
}

/** Returns the commune's change sequence after the grants. */
export function spreadSight(tx: BatchTx, place: Place, written: readonly Written[]): number {
  let { seq } = place;
  const tell = (recordN: number, kind: ChangeKind): void => {
    seq += 1;
    tx.putChange({ communeN: place.communeN, seq, recordN, opN: null, origin: 0, kind });
  };
  for (const row of written) {
    const joins = place.teamN !== 0 && row.isOfWriter && tx.addTeam(row.n, place.teamN);
    if (joins && !row.isNew) tell(row.n, 'granted');
    if (row.state.collection === 'review') shareWithSessionTeams(tx, row);
    spreadToOffice(tx, { ...place, row, tell });
  }
  return seq;
}

/** The head's word on a session is for those who ran it. */
function shareWithSessionTeams(tx: BatchTx, row: Written): void {
  const session = row.state.fields['session']?.value;
  const found = isId(session) ? tx.findRecord(session as string as RecordId) : undefined;
  if (found) tx.copyTeams(found.n, row.n);
}

interface OfficeStep extends Place {
  readonly row: Written;
  readonly tell: (recordN: number, kind: ChangeKind) => void;
}

const AWAITED: readonly string[] = ['citizen', 'paper', 'policeReferral'];

function spreadToOffice(tx: BatchTx, step: OfficeStep): void {
  const { row, communeN } = step;
  const { collection, record } = row.state;
  if (collection === 'dossier') spreadDossier(tx, step);
  else if (collection === 'consent') spreadConsent(tx, step);
  else if (collection === 'paper' && isOfFinishedDossier(tx, row.state, communeN)) tx.setOffice(row.n, true);
  const mayBeAwaited = row.isNew && AWAITED.includes(collection);
  if (mayBeAwaited && tx.takeAwaitedSight(communeN, record)) tx.setOffice(row.n, true);
}

/** The office sees a referral exactly as long as the yes that names it stands, whichever of the two arrives first. */
function spreadConsent(tx: BatchTx, { row, communeN, tell }: OfficeStep): void {
  const { referral, purposes, withdrawnAt } = row.state.fields;
  if (!isId(referral?.value)) return;
  const id = referral.value as string as RecordId;
  const isForPolice = Array.isArray(purposes?.value) && purposes.value.includes('policeReferral');
  const stands = isForPolice && (withdrawnAt?.value ?? null) === null;
  const found = tx.findRecord(id);
  if (!found && stands) tx.awaitSight(communeN, id);
  if (!found && !stands) tx.takeAwaitedSight(communeN, id);
  if (found?.communeN !== communeN || found.collection !== 'policeReferral') return;
  if (found.office === stands) return;
  tx.setOffice(found.n, stands);
  tell(found.n, stands ? 'granted' : 'withdrawn');
}

function isOfFinishedDossier(tx: BatchTx, paper: RecordState, communeN: number): boolean {
  const dossier = paper.fields['dossier']?.value;
  const found = isId(dossier) ? tx.findRecord(dossier as string as RecordId) : undefined;
  return found?.communeN === communeN && found.office;
}

type Withdrawing = Pick<OfficeStep, 'row' | 'communeN' | 'tell'>;

/** With it go its papers, and its citizen unless another finished dossier of theirs is with the office. */
function withdrawDossier(tx: BatchTx, { row, communeN, tell }: Withdrawing): void {
  tell(row.n, 'withdrawn');
  const { record, fields } = row.state;
  const citizen = fields['citizen']?.value;
  const clear = { citizen: isId(citizen) ? citizen : '' };
  const isNeeded = tx.listRecords({ communeN, collection: 'dossier', clear }).some(({ office }) => office);
  const person = isId(citizen) && !isNeeded ? tx.findRecord(citizen as string as RecordId) : undefined;
  // What was awaited for this dossier alone is not to be seen when it comes.
  for (const id of listBelongings(row.state))
    if (!isNeeded || (id as string) !== citizen) tx.takeAwaitedSight(communeN, id);
  const papers = tx.listRecords({ communeN, collection: 'paper', clear: { dossier: record } });
  for (const found of [...papers, ...(person ? [person] : [])]) {
    if (found.communeN !== communeN || !found.office) continue;
    tx.setOffice(found.n, false);
    tell(found.n, 'withdrawn');
  }
}

function spreadDossier(tx: BatchTx, { row, communeN, tell }: OfficeStep): void {
  const isFinished = (row.state.fields['finishedAt']?.value ?? null) !== null || isLodgedPack(row.state);
  if (row.office !== isFinished) {
    tx.setOffice(row.n, isFinished);
    if (!isFinished) withdrawDossier(tx, { row, communeN, tell });
  }
  if (!isFinished) return;
  for (const id of listBelongings(row.state)) {
    const found = tx.findRecord(id);
    if (!found) tx.awaitSight(communeN, id);
    else if (found.communeN === communeN && !found.office) {
      tx.setOffice(found.n, true);
      tell(found.n, 'granted');
    }
  }
}

/** The portal has lodged what the office had: a team that opened it again had not heard of it. */
function isLodgedPack({ fields }: RecordState): boolean {
  const lodging = (fields['lodging']?.value ?? null) as Lodging | null;
  return lodging?.state === 'lodged' && lodging.packNumber !== undefined;
}

/** The citizen and the papers that a dossier names. */
function listBelongings(dossier: RecordState): RecordId[] {
  return Object.entries(dossier.fields).flatMap(([path, { value }]) =>
    (path === 'citizen' || path.startsWith('papers/')) && isId(value) ? [value as string as RecordId] : [],
  );
}
