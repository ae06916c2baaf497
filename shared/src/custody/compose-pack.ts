/** What a portal is told of a finished dossier, put together from its records. Opens no file, asks nobody, has no clock. */
import { type AttachmentId, findBase64UrlBytes, isId } from '../ids.ts';
import { PackRequest } from '../contracts/portal.ts';
import type { Relative, Route } from '../model/dossier.ts';
import { findPageDocument, listPages } from '../rules/paper-pages.ts';
import type { CallOutcome } from './forwarder-types.ts';
import type { RecordState } from './server-types.ts';

const RESIDENCE_LENGTH = 400;

export interface NamedPaper {
  readonly requirement: string;
  readonly id: AttachmentId;
  /** 1 for the first, or only one. */
  readonly page: number;
}

export interface PackParts {
  readonly reference: string;
  readonly route: Route;
  readonly dossier: RecordState;
  readonly citizen: RecordState | undefined;
  /** As `describePaper` makes them. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly authorisation?: { readonly decisionNumber: string; readonly procedureCode: string } | undefined;
}

/** A pack as it would be sent, or the first thing that it lacks. */
export interface ComposedPack {
  /** Of everything that the portal would be told. */
  readonly payloadHash: string;
  readonly pack: PackRequest | { readonly missing: string };
}

export function readText(state: RecordState | undefined, path: string): string {
  const value = state?.fields[path]?.value;
  return typeof value === 'string' ? value : '';
}

/** Every page is a file of its own that answers the same requirement; pages of one paper follow each other. */
export function listPapers(dossier: RecordState): NamedPaper[] {
  const named = listBelow(dossier, 'papers/').flatMap(([key, value]): [string, AttachmentId][] =>
    isId(value) ? [[key, value as string as AttachmentId]] : [],
  );
  const requirements = [...new Set(named.map(([key]) => findPageDocument(key)))];
  return requirements.flatMap((requirement) =>
    listPages(Object.fromEntries(named), requirement).map(({ attachment }, at) => ({
      ...{ requirement, id: attachment, page: at + 1 },
    })),
  );
}

/** `paper`: the record that describes the attachment. */
export function describePaper(
  { requirement, id, page }: NamedPaper,
  paper: RecordState | undefined,
): Record<string, unknown> {
  return {
    id,
    // The first keeps the very words by which a portal may know the paper.
    title: (readText(paper, 'title') || requirement) + (page > 1 ? ` (trang ${page})` : ''),
    sha256: toHex(findBase64UrlBytes(readText(paper, 'sha256'))),
    size: paper?.fields['size']?.value ?? 0,
    mime: readText(paper, 'type'),
    requirement,
  };
}

/** `digest`: SHA-256 of a text, lower-case hex. */
export async function composePack(
  parts: PackParts,
  digest: (text: string) => string | Promise<string>,
): Promise<ComposedPack> {
  const { reference, route, dossier, documents, authorisation } = parts;
  const body = {
    reference,
    procedureCode: readText(dossier, 'procedure'),
    ...describePeople(parts),
    answers: Object.fromEntries(listBelow(dossier, 'answers/')),
    documents,
    route,
    ...(authorisation && { authorisation }),
  };
  const payloadHash = await digest(writeSorted(body));
  const parsed = PackRequest.safeParse({ ...body, payloadHash });
  const missing = parsed.error?.issues[0]?.path.join('.') ?? '';
  return { payloadHash, pack: parsed.success ? parsed.data : { missing } };
}

/** What we can see ourselves need not be carried to the portal to be refused there. `promised`: the hash that the intent froze. */
export function findOwnRefusal(composed: ComposedPack, promised: string): CallOutcome | undefined {
  // The first intent froze what was promised; what was changed since is another version, with a reference of its own.
  if (composed.payloadHash !== promised)
    return { type: 'refused', reason: 'Hồ sơ đã được sửa sau khi gửi đi: mở hồ sơ và bấm Xong lần nữa.' };
  if (!('missing' in composed.pack)) return undefined;
  const field = composed.pack.missing;
  if (field === NOBODY_FILES)
    return { type: 'refused', field, reason: 'Chưa ghi người nộp và lời đồng ý của người đó.' };
  return { type: 'refused', field, reason: `Thiếu hoặc sai thông tin: ${field}` };
}

/** Missing as a whole on route C alone: nobody's yes to filing is written down, or it was taken back. */
const NOBODY_FILES = 'submitter';

/** In the order of their names, so that the same dossier always makes the same pack. */
function listBelow(state: RecordState, start: string): [string, unknown][] {
  return Object.entries(state.fields)
    .filter(([path, { value }]) => path.startsWith(start) && value !== null)
    .map(([path, { value }]): [string, unknown] => [path.slice(start.length), value])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Route C: the relative's own account files, and the citizen is whose dossier it is. */
function describePeople({ route, dossier, citizen }: PackParts): Record<string, unknown> {
  const citizenSaid = describePerson(citizen);
  if (route !== 'relative') return { submitter: citizenSaid };
  const relative = (dossier.fields['relative']?.value ?? null) as Relative | null;
  if (relative === null) return { owner: citizenSaid };
  const { name, kin, phone } = relative;
  const submitter = { fullName: name, relation: kin, ...(phone !== undefined && { phone }) };
  return { submitter, owner: citizenSaid };
}

function describePerson(citizen: RecordState | undefined): Record<string, string> {
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

function toHex(bytes: Uint8Array | undefined): string {
  return Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with sorted keys at every depth: the same content is the same text. */
function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
