/** The parts of the official index (QĐ 766/QĐ-TTg) that need more than how a dossier was lodged: electronic results, the sync ratio, payment. */
import { computeShare, type Share } from './indicators.ts';
import type { LodgingChannel } from './online-share.ts';

export interface IndexedDossier {
  readonly channel: LodgingChannel;
  /** The procedure ends in a paper that somebody takes home. */
  readonly hasPaperResult: boolean;
  /** That paper exists with a code and a link as well. */
  readonly hasElectronicResult: boolean;
}

/** Lodged online alone is not enough where a paper comes of it: that must exist electronically too. */
export function countsAsOnline(dossier: IndexedDossier): boolean {
  const { channel, hasPaperResult, hasElectronicResult } = dossier;
  return channel === 'online' && (!hasPaperResult || hasElectronicResult);
}

/** How much of what was handled the national portal has been told of: counts, `told` at most `handled`. */
export interface SyncCount {
  readonly told: number;
  readonly handled: number;
}

/**
 * Percent at two places, halves up; null of no dossier, and where nothing was handled that could be told. The ratio is
 * multiplied before anything is rounded.
 */
export function computeOnlineIndex(dossiers: readonly IndexedDossier[], sync: SyncCount): number | null {
  if (dossiers.length === 0 || sync.handled === 0) return null;
  const online = dossiers.filter(countsAsOnline).length;
  const numerator = BigInt(online) * BigInt(sync.told) * 10_000n;
  const denominator = BigInt(dossiers.length) * BigInt(sync.handled);
  return Number((2n * numerator + denominator) / (2n * denominator)) / 100;
}

/** Of what ended in a paper: how much of it exists electronically. */
export function computeElectronicResultShare(dossiers: readonly IndexedDossier[]): Share {
  const withPaper = dossiers.filter(({ hasPaperResult }) => hasPaperResult);
  return computeShare(
    withPaper.filter(({ hasElectronicResult }) => hasElectronicResult).length,
    withPaper.length,
  );
}

export interface PaidDossier {
  /** Whole đồng, a line for each fee. */
  readonly fees: readonly number[];
  readonly isPaidOnline: boolean;
}

/** Whoever owes nothing cannot pay: dossiers whose every line is 0 are not counted, and neither are those without a line. */
export function computeOnlinePaymentShare(dossiers: readonly PaidDossier[]): Share {
  const owing = dossiers.filter(({ fees }) => fees.some((fee) => fee > 0));
  return computeShare(owing.filter(({ isPaidOnline }) => isPaidOnline).length, owing.length);
}
