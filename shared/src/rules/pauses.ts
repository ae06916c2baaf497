/** The times in which an office waited for a citizen, out of what stands beside a dossier's number. Has no clock. */
import type { Lodging, Pause } from '../model/dossier.ts';
import type { Supplement } from './deadlines.ts';

const PAYMENT = 6;

/** What an older server wrote of a lodged dossier holds its last request alone. */
export function listPauses({ pauses, askedAt, askedBy, mendedAt }: Lodging): readonly Pause[] {
  if (pauses !== undefined || askedAt === undefined) return pauses ?? [];
  return [
    {
      askedAt,
      ...(askedBy === undefined && { status: 5 as const }),
      ...(mendedAt !== undefined && { mendedAt }),
    },
  ];
}

/**
 * As the clock of the term is judged. Where the portal tells the state, its word alone counts: what an officer asks for here
 * stops no clock of the receiving system.
 */
export function listSupplements(lodging: Lodging): Supplement[] {
  const isTold = lodging.status !== undefined;
  return listPauses(lodging)
    .filter(({ status }) => (status !== undefined) === isTold)
    .map(({ status, askedAt, mendedAt, endedAt }) => ({
      ...(status === PAYMENT && { isPayment: true }),
      requestedAt: askedAt,
      completedAt: endedAt ?? mendedAt ?? null,
    }));
}
