/** Makes of a finished dossier the pack that a portal is given, and says what still stands in its way. Sends nothing. */
import { createHash } from 'node:crypto';
import { PackRequest } from '#shared/contracts/portal';
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

export interface PreparedPack {
  /** Whose dossier it is, to keep calls for one person apart. */
  readonly citizen: string;
  readonly papersWhole: boolean;
  readonly authorised: boolean;
  /** SHA-256, hex, of everything that the portal would be told. */
  readonly payloadHash: string;
  readonly pack: PackRequest | { readonly missing: string };
  readonly papers: readonly AttachmentId[];
}

const RESIDENCE_LENGTH = 400;

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
  const files = await Promise.all(papers.map((paper) => describePaper(source, paper)));
  const authorisation = await findAuthorisation(source, intent, dossier);
  const body = {
    reference: intent.reference,
    procedureCode: readText(dossier, 'procedure'),
    submitter: describeSubmitter(citizen),
    answers: listAnswers(dossier),
    documents: files.map((file) => file.document),
    route: intent.route,
    ...(authorisation && { authorisation }),
  };
  const payloadHash = createHash('sha256').update(writeSorted(body)).digest('hex');
  const parsed = PackRequest.safeParse({ ...body, payloadHash });
  return {
    citizen: citizenId || intent.record,
    papersWhole: files.every((file) => file.isWhole),
    authorised: authorisation !== undefined,
    payloadHash,
    pack: parsed.success ? parsed.data : { missing: parsed.error.issues[0]?.path.join('.') ?? '' },
    papers: papers.map((paper) => paper.id),
  };
}

async function findState({ store, keys }: PackSource, id: RecordId): Promise<RecordState | undefined> {
  const record = await store.findRecord(id);
  return record && findRecordState(keys, record);
}

function readText(state: RecordState | undefined, path: string): string {
  const value = state?.fields[path]?.value;
  return typeof value === 'string' ? value : '';
}

interface NamedPaper {
  readonly requirement: string;
  readonly id: AttachmentId;
}

function listPapers(dossier: RecordState): NamedPaper[] {
  return listBelow(dossier, 'papers/').flatMap(([requirement, value]) =>
    isId(value) ? [{ requirement, id: value as string as AttachmentId }] : [],
  );
}

function listAnswers(dossier: RecordState): Record<string, unknown> {
  return Object.fromEntries(listBelow(dossier, 'answers/'));
}

/** In the order of their names, so that the same dossier always makes the same pack. */
function listBelow(state: RecordState, start: string): [string, unknown][] {
  return Object.entries(state.fields)
    .filter(([path, { value }]) => path.startsWith(start) && value !== null)
    .map(([path, { value }]): [string, unknown] => [path.slice(start.length), value])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function describeSubmitter(citizen: RecordState | undefined): Record<string, string> {
  const optional = {
    dateOfBirth: readText(citizen, 'dateOfBirth'),
    phone: readText(citizen, 'phone'),
    residence: readText(citizen, 'residenceAsPrinted').slice(0, RESIDENCE_LENGTH),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== '');
  // An empty number is the portal's to refuse: it names the field as it would for a person.
  const named = { fullName: readText(citizen, 'fullName'), personalId: readText(citizen, 'personalId') };
  return { ...named, ...Object.fromEntries(known) };
}

interface DescribedPaper {
  readonly isWhole: boolean;
  readonly document: Record<string, unknown>;
}

async function describePaper(source: PackSource, { requirement, id }: NamedPaper): Promise<DescribedPaper> {
  const paper = await findState(source, id as string as RecordId);
  const attachment = await source.store.findAttachment(id);
  const hash = Buffer.from(readText(paper, 'sha256'), 'base64url').toString('hex');
  return {
    isWhole: paper !== undefined && typeof attachment?.wholeAt === 'number',
    document: {
      id,
      title: readText(paper, 'title') || requirement,
      sha256: hash,
      size: paper?.fields['size']?.value ?? 0,
      mime: readText(paper, 'type'),
      requirement,
    },
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

/** JSON with sorted keys at every depth: the same content is the same text. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
