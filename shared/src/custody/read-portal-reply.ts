/** What a portal's reply means for a dossier, read with distrust: anything that is not definite is unknown. Asks nothing. */
import * as z from 'zod/mini';
import { DossierStatus, PackReply, PackSearchReply, PortalProblem, Refusal } from '../contracts/portal.ts';
import type { CallOutcome, QueryOutcome, WithdrawOutcome } from './forwarder-types.ts';
import type { StatusReading } from './note-status.ts';

const LONGEST_REPLY = 1_000_000;

export interface HeardReply {
  /** Only what came `whole` is read. */
  readonly delivery: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function readBody(reply: HeardReply): unknown {
  const isJson = reply.headers['content-type']?.startsWith('application/json') === true;
  if (reply.delivery !== 'whole' || !isJson || reply.text.length > LONGEST_REPLY) return undefined;
  try {
    return JSON.parse(reply.text) as unknown;
  } catch {
    return undefined;
  }
}

export function readCall(reply: HeardReply, reference: string): CallOutcome {
  const body = readBody(reply);
  if (reply.status === 422) {
    const refusal = z.safeParse(Refusal, body);
    if (!refusal.success) return { type: 'unknown' };
    const { field, document, reason } = refusal.data;
    const named = { ...(field !== undefined && { field }), ...(document !== undefined && { document }) };
    return { type: 'refused', reason, ...named };
  }
  const pack = z.safeParse(PackReply, body);
  if ((reply.status !== 200 && reply.status !== 201) || !pack.success) return { type: 'unknown' };
  if (pack.data.reference !== reference || pack.data.status === 'withdrawn') return { type: 'unknown' };
  return { type: 'packed', ...readPack(pack.data) };
}

function readPack(pack: PackReply): { packNumber: string; dossierNo?: string } {
  const { packNumber } = pack;
  return pack.status === 'lodged' ? { packNumber, dossierNo: pack.dossierNumber } : { packNumber };
}

export function readQuery(reply: HeardReply, reference: string): QueryOutcome {
  const body = readBody(reply);
  if (reply.status !== 200) return { type: 'failed' };
  const found = z.safeParse(PackSearchReply, body);
  const single = z.safeParse(PackReply, body);
  const packs = found.success ? found.data.packs : single.success ? [single.data] : undefined;
  if (!packs || packs.some((pack) => pack.reference !== reference)) return { type: 'failed' };
  const [first, second] = packs;
  if (!first) return { type: 'notFound' };
  if (second) return { type: 'foundSeveral', packNumbers: packs.map((pack) => pack.packNumber) };
  return { type: 'found', ...readPack(first), ...(first.status === 'withdrawn' && { withdrawn: true }) };
}

export function readWithdrawal(reply: HeardReply): WithdrawOutcome {
  const body = readBody(reply);
  const problem = z.safeParse(PortalProblem, body);
  if (reply.status === 409 && problem.success && problem.data.type === 'lodged') {
    const { dossierNumber } = problem.data;
    return dossierNumber === undefined
      ? { type: 'failed' }
      : { type: 'alreadyLodged', dossierNo: dossierNumber };
  }
  const pack = z.safeParse(PackReply, body);
  const isBack = reply.status === 200 && pack.success && pack.data.status === 'withdrawn';
  return isBack ? { type: 'withdrawn' } : { type: 'failed' };
}

/** Undefined for anything but a reading of this very dossier. */
export function readStatus(reply: HeardReply, dossierNo: string): StatusReading | undefined {
  const dossier = z.safeParse(DossierStatus, readBody(reply));
  if (reply.status !== 200 || !dossier.success || dossier.data.dossierNumber !== dossierNo) return undefined;
  const { status, changedAt, supplement } = dossier.data;
  return { status, changedAt, ...(supplement && { supplement }) };
}
