/** Makes of a finished dossier the pack that a portal is given, and says what still stands in its way. Sends nothing. */
import { createHash } from 'node:crypto';
import {
  type ComposedPack,
  composePack,
  describePaper,
  listPapers,
  type NamedPaper,
  readText,
} from '#shared/custody/compose-pack';
import type { RecordState } from '#shared/custody/server-types';
import { type AttachmentId, isId, type RecordId } from '#shared/ids';
import { listPersonRecords } from '#shared/rules/same-record';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { KeyRing } from '../protection/key-ring.ts';
import { readValues } from '../services/read-fields.ts';
import { findRecordState } from '../services/record-cipher.ts';
import type {
  AttachmentStore,
  Authorisation,
  AuthorisationStore,
  RecordStore,
  StoredIntent,
} from '../storage/store.ts';

export interface PackSource {
  readonly store: RecordStore & AttachmentStore & AuthorisationStore;
  readonly keys: KeyRing;
  readonly now: () => number;
}

export interface PreparedPack extends ComposedPack {
  /** Whose dossier it is, to keep calls for one person apart. */
  readonly citizen: string;
  readonly papersWhole: boolean;
  readonly authorised: boolean;
  readonly papers: readonly AttachmentId[];
}

/** Undefined when the dossier cannot be read any more: its person was erased. */
export async function preparePack(
  source: PackSource,
  intent: StoredIntent,
): Promise<PreparedPack | undefined> {
  const dossier = await findState(source, intent.record);
  if (!dossier) return undefined;
  const citizenId = readText(dossier, 'citizen');
  const citizen = isId(citizenId) ? await findState(source, citizenId as RecordId) : undefined;
  const papers = listPapers(dossier);
  const files = await Promise.all(papers.map((paper) => findPaper(source, paper)));
  const authorisation = await findAuthorisation(source, intent, dossier);
  const composed = await composePack(
    {
      reference: intent.reference,
      route: intent.route,
      dossier,
      citizen,
      documents: files.map((file) => file.document),
      authorisation,
    },
    (text) => createHash('sha256').update(text).digest('hex'),
  );
  return {
    ...composed,
    citizen: citizenId || intent.record,
    papersWhole: files.every((file) => file.isWhole),
    authorised: authorisation !== undefined,
    papers: papers.map((paper) => paper.id),
  };
}

async function findState({ store, keys }: PackSource, id: RecordId): Promise<RecordState | undefined> {
  const record = await store.findRecord(id);
  return record && findRecordState(keys, record);
}

interface DescribedPaper {
  readonly isWhole: boolean;
  readonly document: Record<string, unknown>;
}

async function findPaper(source: PackSource, named: NamedPaper): Promise<DescribedPaper> {
  const { id } = named;
  const paper = await findState(source, id as string as RecordId);
  const attachment = await source.store.findAttachment(id);
  return {
    isWhole: paper !== undefined && typeof attachment?.wholeAt === 'number',
    document: describePaper(named, paper),
  };
}

/** Direct acceptance needs two things: a written decision that holds today (the one that the dossier names), and the citizen's yes to exactly this. */
async function findAuthorisation(
  source: PackSource,
  { communeN, route }: StoredIntent,
  dossier: RecordState,
): Promise<{ decisionNumber: string; procedureCode: string } | undefined> {
  if (route !== 'authorisedForward') return undefined;
  const procedureCode = readText(dossier, 'procedure');
  const today = getVietnamDay(source.now());
  const rows = await source.store.listAuthorisations(communeN);
  const named = readText(dossier, 'authorisation');
  const decision = rows.find(
    (row) =>
      isInForce(row, today) &&
      row.procedures.includes(procedureCode) &&
      (named === '' || row.decisionNumber === named),
  );
  if (!decision || !(await hasConsent(source, communeN, readText(dossier, 'citizen')))) return undefined;
  return { decisionNumber: decision.decisionNumber, procedureCode };
}

function isInForce({ validFrom, validTo }: Authorisation, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Under whichever of the records of this person; the others are read only where this one has no yes. */
async function hasConsent(source: PackSource, communeN: number, citizen: string): Promise<boolean> {
  if (await saysYes(source, communeN, citizen)) return true;
  const citizens = await source.store.listRecords({ communeN, collection: 'citizen' });
  const readable = citizens.flatMap((record) => findRecordState(source.keys, record) ?? []).map(readValues);
  for (const record of listPersonRecords(readable, citizen))
    if (record !== citizen && (await saysYes(source, communeN, record))) return true;
  return false;
}

async function saysYes(source: PackSource, communeN: number, citizen: string): Promise<boolean> {
  const records = await source.store.listRecords({ communeN, collection: 'consent', clear: { citizen } });
  return records.some((record) => {
    const fields = findRecordState(source.keys, record)?.fields;
    const purposes = fields?.['purposes']?.value;
    const isWithdrawn = (fields?.['withdrawnAt']?.value ?? null) !== null;
    return Array.isArray(purposes) && purposes.includes('authorisedFiling') && !isWithdrawn;
  });
}
