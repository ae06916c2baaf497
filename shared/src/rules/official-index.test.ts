import { describe, expect, it } from 'vitest';
import {
  computeElectronicResultShare,
  computeOnlineIndex,
  computeOnlinePaymentShare,
  countsAsOnline,
  type IndexedDossier,
} from './official-index.ts';

const online: IndexedDossier = { channel: 'online', hasPaperResult: true, hasElectronicResult: true };
const repeat = (count: number, dossier: IndexedDossier) => Array<IndexedDossier>(count).fill(dossier);

describe('the official index', () => {
  it('counts as online what was lodged so and, where a paper comes of it, has that electronically', () => {
    expect(countsAsOnline(online)).toBe(true);
    expect(countsAsOnline({ ...online, hasElectronicResult: false })).toBe(false);
    expect(countsAsOnline({ ...online, hasPaperResult: false, hasElectronicResult: false })).toBe(true);
    expect(countsAsOnline({ ...online, channel: 'direct' })).toBe(false);
    expect(countsAsOnline({ ...online, channel: 'post' })).toBe(false);
  });

  it('multiplies by the sync ratio before it rounds', () => {
    const dossiers = [...repeat(78, online), ...repeat(172, { ...online, channel: 'direct' })];
    expect(computeOnlineIndex(dossiers, { told: 250, handled: 250 })).toBe(31.2);
    expect(computeOnlineIndex(dossiers, { told: 2, handled: 3 })).toBe(20.8);
    const third = [...repeat(1, online), ...repeat(2, { ...online, channel: 'post' })];
    // 33,333… % of 99,5 %: 33,1667, and not 33,33 × 0,995 = 33,16335 either way rounded first.
    expect(computeOnlineIndex(third, { told: 199, handled: 200 })).toBe(33.17);
  });

  it('makes nothing of nothing', () => {
    expect(computeOnlineIndex([], { told: 1, handled: 1 })).toBeNull();
    expect(computeOnlineIndex([online], { told: 0, handled: 0 })).toBeNull();
    expect(computeOnlineIndex([online], { told: 0, handled: 4 })).toBe(0);
    expect(computeElectronicResultShare([]).percent).toBeNull();
  });

  it('asks for an electronic result only where there is a paper one', () => {
    const dossiers = [
      online,
      { ...online, hasElectronicResult: false },
      { ...online, channel: 'direct' as const },
      { ...online, hasPaperResult: false, hasElectronicResult: false },
    ];
    expect(computeElectronicResultShare(dossiers)).toEqual({ part: 2, whole: 3, percent: 66.67 });
  });

  it('leaves who owes nothing out of the payments', () => {
    const dossiers = [
      { fees: [8_000], isPaidOnline: true },
      { fees: [0, 5_000], isPaidOnline: false },
      { fees: [0, 0], isPaidOnline: false },
      { fees: [], isPaidOnline: false },
    ];
    expect(computeOnlinePaymentShare(dossiers)).toEqual({ part: 1, whole: 2, percent: 50 });
    expect(computeOnlinePaymentShare(dossiers.slice(2)).percent).toBeNull();
  });
});
