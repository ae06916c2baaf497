import { describe, expect, it } from 'vitest';
import type { Patch } from '../model/operation.ts';
import { findConsentStanding, mayGoOn } from './consent-standing.ts';

const own = new Set(['mau', 'mau-again']);
const yes = (citizen: string, purposes: readonly string[], more: Patch = {}) => ({
  values: { citizen, purposes: [...purposes], ...more },
});
const find = (...consents: { values: Patch }[]) => findConsentStanding(consents, own, 'prepare');

describe('whether a yes stands', () => {
  it('does where one of several was not taken back, under whichever record of the person', () => {
    const withdrawn = yes('mau', ['prepare'], { withdrawnAt: 5 });
    expect(find(withdrawn, yes('mau-again', ['prepare']))).toBe('given');
    expect(find(withdrawn, yes('somebody', ['prepare']))).toBe('withdrawn');
    expect(find(yes('mau', ['prepare'], { withdrawnAt: null }))).toBe('given');
  });

  it('is not lent by a yes to something else', () => {
    expect(find(yes('mau', ['policeReferral', 'keepPapers']))).toBe('notAsked');
    expect(find(yes('mau', ['prepare'], { withdrawnAt: 5 }), yes('mau', ['policeReferral']))).toBe(
      'withdrawn',
    );
  });

  it('is not known where no consent of theirs is here, and that alone shuts nobody out', () => {
    expect(find(yes('somebody', ['prepare']))).toBe('unknown');
    expect((['given', 'withdrawn', 'notAsked', 'unknown'] as const).map(mayGoOn)).toEqual([
      ...[true, false, false, true],
    ]);
  });
});
