import { describe, expect, it } from 'vitest';
import type { Lodging } from '../model/dossier.ts';
import { keepInstants } from './keep-instants.ts';
import { type DossierOutcome, findNextLook, isFollowed, noteNumber, type OwnNumber } from './note-number.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const typed: Lodging = {
  ...{ state: 'lodged', at: HOUR, dossierNo: 'H57.1-261126-0007', evidence: 'officerEntered', by: 'Tú' },
};
const read = { type: 'read', status: 2, changedAt: 50 } as const;
const notFound = { type: 'notFound' } as const;
const look = (
  current: Lodging,
  outcome: DossierOutcome,
  at: number | (Partial<OwnNumber> & Pick<OwnNumber, 'now'>),
): Lodging => {
  const plain = { visibilityWindow: HOUR, procedure: '2.000635', isChecked: false };
  const own = typeof at === 'number' ? { ...plain, now: at } : { ...plain, ...at };
  const next = noteNumber(current, outcome, own);
  return next ? keepInstants(current, next) : current;
};

describe('a number that a person recorded, asked for at the portal', () => {
  it('is the portal’s from then on, and keeps whose word it was', () => {
    const known = look(typed, read, 3 * HOUR);
    expect(known).toMatchObject({ evidence: 'portalRead', status: 2, statusAt: 50, readAt: 3 * HOUR });
    expect(known).not.toHaveProperty('by');
    expect(known.wordBefore).toEqual({ evidence: 'officerEntered', by: 'Tú', at: HOUR });
    const later = look(known, { ...read, status: 4, changedAt: 60 }, 4 * HOUR);
    expect(later).toMatchObject({ status: 4, wordBefore: known.wordBefore });
  });

  it('that the portal does not know asks a person, once the portal has had time to show it, and stays lodged', () => {
    expect(look(typed, notFound, HOUR + 1)).toBe(typed);
    const asked = look(typed, notFound, 3 * HOUR);
    expect(asked).toEqual({ ...typed, notFoundAt: 3 * HOUR });
    expect(look(asked, notFound, 5 * HOUR)).toBe(asked);
    expect(look(asked, { type: 'failed' }, 5 * HOUR)).toBe(asked);
    expect(look(asked, read, 6 * HOUR)).not.toHaveProperty('notFoundAt');
  });

  it('is not unsaid by a portal that once knew it', () => {
    const known = look(typed, read, 3 * HOUR);
    expect(look(known, notFound, 9 * HOUR)).toBe(known);
  });

  it('is looked for gently: ever more rarely where it is unknown, one day no more, and never after its end', () => {
    const next = (more: Partial<Lodging>, now: number) =>
      findNextLook({ ...typed, ...more }, { now, every: HOUR });
    expect(next({}, 0)).toBe(HOUR);
    expect(next({ notFoundAt: 0 }, DAY)).toBe(DAY + 12 * HOUR);
    expect(next({ notFoundAt: 0 }, 31 * DAY)).toBeNull();
    expect(next({ status: 10 }, 0)).toBeNull();
  });

  it('is not believed to be this dossier’s where the portal has it for another procedure, until a person says so', () => {
    const others = { ...read, procedureCode: '1.001193' };
    expect(look(typed, others, 3 * HOUR)).toEqual({ ...typed, notFoundAt: 3 * HOUR });
    expect(look(typed, others, { now: 3 * HOUR, isChecked: true })).toMatchObject({ evidence: 'portalRead' });
    expect(look(typed, others, { now: 3 * HOUR, procedure: '' })).toMatchObject({ evidence: 'portalRead' });
    const own = { ...read, procedureCode: '2.000635.000.00.00.H17' };
    expect(look(typed, own, 3 * HOUR)).toMatchObject({ evidence: 'portalRead', status: 2 });
  });

  it('is followed as long as it is this dossier’s number and its way has not ended', () => {
    const number = 'H57.1-261126-0007';
    expect(isFollowed({ ...typed, dossierNo: ' h57.1-261126-0007' }, number)).toBe(true);
    expect(isFollowed({ ...typed, dossierNo: 'H57.1-261126-0008' }, number)).toBe(false);
    expect(isFollowed({ ...typed, status: 10 }, number)).toBe(false);
    expect(isFollowed({ ...typed, state: 'needsPerson' }, number)).toBe(false);
    expect(isFollowed(undefined, number)).toBe(false);
  });
});
