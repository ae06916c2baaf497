/** The connector to a portal that speaks our own contract. Whatever is not definite is `unknown`, and decides nothing. */
import type * as z from 'zod/mini';
import { DossierStatus, PackReply, PackSearchReply, PortalProblem, Refusal } from '#shared/contracts/portal';
import type { DossierOutcome } from '#shared/custody/note-number';
import type {
  CallOutcome,
  PortalClass,
  QueryOutcome,
  WithdrawOutcome,
} from '#shared/custody/forwarder-types';
import type { PackFile, PackQuestion, PackToSubmit, PortalConnector } from './connector.ts';
import { askPortal, askWithJson, type LineAnswer, type PortalLine } from './portal-line.ts';

export interface HttpPortal extends PortalLine {
  readonly portalClass: PortalClass;
}

const NOT_SENT: CallOutcome = { type: 'notSent' };

export function createHttpPackConnector(portal: HttpPortal): PortalConnector {
  return {
    submit: (given) => submit(portal, given),
    query: (question) => query(portal, question),
    withdraw: (packNumber) => withdraw(portal, packNumber),
    readDossier: (dossierNo) => readDossier(portal, dossierNo),
    isAnswering: () => isAnswering(portal),
  };
}

/** Papers first: they change nothing at the portal, so a failure there is as good as not having called. */
async function submit(portal: HttpPortal, { pack, files }: PackToSubmit): Promise<CallOutcome> {
  for await (const file of files) if (!(await upload(portal, file))) return NOT_SENT;
  const answer = await askWithJson(portal, { path: '/packs', json: pack });
  if (answer.type === 'notSent') return NOT_SENT;
  const refusal = read(answer, [422], Refusal);
  if (refusal) return toRefused(refusal);
  const reply = read(answer, [200, 201], PackReply);
  if (reply?.reference !== pack.reference) return { type: 'unknown' };
  if (reply.status === 'awaitingCitizen') return { type: 'packed', packNumber: reply.packNumber };
  if (reply.status === 'withdrawn') return { type: 'unknown' };
  return describeSubmitted(portal, reply);
}

/** A number is believed once it has been read again; until then the pack stands without one. */
async function describeSubmitted(
  portal: HttpPortal,
  { packNumber, dossierNumber }: { readonly packNumber: string; readonly dossierNumber: string },
): Promise<CallOutcome> {
  const dossier = await readDossier(portal, dossierNumber);
  return { type: 'packed', packNumber, ...(dossier.type === 'read' && { dossierNo: dossierNumber }) };
}

async function upload(portal: HttpPortal, { sha256, mime, bytes }: PackFile): Promise<boolean> {
  const path = `/documents/${sha256}`;
  const answer = await askPortal(portal, { method: 'PUT', path, body: { type: mime, bytes } });
  return answer.type === 'answered' && (answer.status === 200 || answer.status === 201);
}

function toRefused(refusal: Refusal): CallOutcome {
  // Papers that went astray between us and the portal are no fault of the volunteer: they are sent again.
  if (refusal.code === 'documentMissing') return NOT_SENT;
  const { field, document, reason } = refusal;
  return { type: 'refused', reason, ...(field && { field }), ...(document && { document }) };
}

async function query(portal: HttpPortal, question: PackQuestion): Promise<QueryOutcome> {
  const isSearchable = portal.portalClass === 'A' || portal.portalClass === 'B';
  if (isSearchable) return searchByReference(portal, question.reference);
  if (question.packNumber === null) return { type: 'failed' };
  const path = `/packs/${encodeURIComponent(question.packNumber)}`;
  const answer = await askPortal(portal, { method: 'GET', path });
  if (read(answer, [404], PortalProblem)?.type === 'notFound') return { type: 'notFound' };
  const pack = read(answer, [200], PackReply);
  return pack?.reference === question.reference ? describeFound(portal, pack) : { type: 'failed' };
}

async function searchByReference(portal: HttpPortal, reference: string): Promise<QueryOutcome> {
  const path = `/packs?reference=${encodeURIComponent(reference)}`;
  const reply = read(await askPortal(portal, { method: 'GET', path }), [200], PackSearchReply);
  // Rows that do not bear our reference were not looked for by it: such an answer proves nothing, an empty one least.
  if (!reply || reply.packs.some((pack) => pack.reference !== reference)) return { type: 'failed' };
  const [pack, another] = reply.packs;
  if (!pack) return { type: 'notFound' };
  if (another) return { type: 'foundSeveral', packNumbers: reply.packs.map((one) => one.packNumber) };
  return describeFound(portal, pack);
}

async function describeFound(portal: HttpPortal, pack: PackReply): Promise<QueryOutcome> {
  const { packNumber } = pack;
  if (pack.status === 'awaitingCitizen') return { type: 'found', packNumber };
  if (pack.status === 'withdrawn') return { type: 'found', packNumber, withdrawn: true };
  const dossier = await readDossier(portal, pack.dossierNumber);
  if (dossier.type !== 'read') return { type: 'failed' };
  return { type: 'found', packNumber, dossierNo: pack.dossierNumber, status: dossier.status };
}

async function withdraw(portal: HttpPortal, packNumber: string): Promise<WithdrawOutcome> {
  const path = `/packs/${encodeURIComponent(packNumber)}/withdraw`;
  const answer = await askWithJson(portal, { path, json: {} });
  const reply = read(answer, [200], PackReply);
  if (reply?.status === 'withdrawn' && reply.packNumber === packNumber) return { type: 'withdrawn' };
  const problem = read(answer, [409], PortalProblem);
  if (problem?.type !== 'lodged' || problem.dossierNumber === undefined) return { type: 'failed' };
  const dossier = await readDossier(portal, problem.dossierNumber);
  if (dossier.type !== 'read') return { type: 'failed' };
  return { type: 'alreadyLodged', dossierNo: problem.dossierNumber };
}

async function readDossier(portal: HttpPortal, dossierNo: string): Promise<DossierOutcome> {
  const path = `/dossiers/${encodeURIComponent(dossierNo)}`;
  const answer = await askPortal(portal, { method: 'GET', path });
  if (read(answer, [404], PortalProblem)?.type === 'notFound') return { type: 'notFound' };
  const dossier = read(answer, [200], DossierStatus);
  if (dossier?.dossierNumber !== dossierNo) return { type: 'failed' };
  const { dossierNumber: _asked, ...reading } = dossier;
  return { type: 'read', ...reading };
}

/** No pack has this number, and a portal that lives says so. */
async function isAnswering(portal: HttpPortal): Promise<boolean> {
  const answer = await askPortal(portal, { method: 'GET', path: '/packs/-' });
  return read(answer, [404], PortalProblem)?.type === 'notFound';
}

/** The answer as promised, or undefined: expected status and schema, both. */
function read<T>(answer: LineAnswer, statuses: readonly number[], schema: z.ZodMiniType<T>): T | undefined {
  if (answer.type !== 'answered' || !statuses.includes(answer.status)) return undefined;
  const parsed = schema.safeParse(answer.json);
  return parsed.success ? parsed.data : undefined;
}
