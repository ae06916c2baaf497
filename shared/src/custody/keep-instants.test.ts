import { describe, expect, it } from 'vitest';
import type { Lodging } from '../model/dossier.ts';
import { keepInstants } from './keep-instants.ts';

const lodged: Lodging = { state: 'lodged', at: 100, dossierNo: 'H57.1-261126-0007', evidence: 'portalRead' };
const read = (status: number, statusAt: number, more: Partial<Lodging> = {}): Lodging => ({
  ...{ ...lodged, at: 900, status, statusAt },
  ...more,
});

/** What stands in the dossier after each of these was written over the one before. */
function keep(first: Lodging, ...next: Lodging[]): Lodging {
  return next.reduce<Lodging>((current, one) => keepInstants(current, one), keepInstants(null, first));
}

describe('when a dossier was accepted', () => {
  it('is what the portal says of status 2, whenever its number was known', () => {
    expect(keep(lodged).acceptedAt).toBeUndefined();
    expect(keep(lodged, read(1, 110)).acceptedAt).toBeNull();
    expect(keep(lodged, read(1, 110), read(2, 150), read(4, 160)).acceptedAt).toBe(150);
  });

  it('is where it was found next, when it went on between two looks', () => {
    expect(keep(lodged, read(1, 110), read(4, 160), read(9, 170)).acceptedAt).toBe(160);
  });

  it('is not told by a request, a refusal or a withdrawal, which may come before it', () => {
    for (const status of [3, 5, 7])
      expect(keep(lodged, read(1, 110), read(status, 160)).acceptedAt).toBeNull();
    expect(keep(lodged, read(1, 110), read(5, 160), read(2, 170)).acceptedAt).toBe(170);
  });

  it('is unknown where it was never seen as registered', () => {
    expect(keep(lodged, read(4, 160)).acceptedAt).toBeUndefined();
  });
});

describe('the times in which the office waited', () => {
  it('stay when the portal goes on, and end by its clock', () => {
    const asked = read(5, 200, { reason: 'Thiếu trang 2', askedAt: 200 });
    const known = keep(lodged, read(2, 150), asked, { ...asked, mendedAt: 230 }, read(4, 250));
    expect(known.pauses).toEqual([{ status: 5, askedAt: 200, mendedAt: 230, endedAt: 250 }]);
    expect(known).not.toHaveProperty('askedAt');
    const again = keepInstants(known, read(5, 300));
    expect(keepInstants(again, read(4, 320)).pauses).toEqual([
      { status: 5, askedAt: 200, mendedAt: 230, endedAt: 250 },
      { status: 5, askedAt: 300, endedAt: 320 },
    ]);
  });

  it('are one while the portal only stamps the same state anew', () => {
    const asked = read(5, 200, { reason: 'Thiếu trang 2', askedAt: 200 });
    const again = { ...asked, statusAt: 300 };
    expect(keep(asked, again, { ...again, statusAt: 320 }).pauses).toEqual([{ status: 5, askedAt: 200 }]);
    expect(keep(read(5, 200), read(5, 300), read(4, 340)).pauses).toEqual([
      { status: 5, askedAt: 200, endedAt: 340 },
    ]);
    expect(keep(read(6, 200), read(6, 300), read(4, 340)).pauses).toHaveLength(1);
  });

  it('are two when the portal asks for something else, or was seen in another state between', () => {
    const asked = read(5, 200, { reason: 'Thiếu trang 2', askedAt: 200 });
    const other = read(5, 300, { reason: 'Thiếu chữ ký', askedAt: 300 });
    const both = [
      { status: 5, askedAt: 200, endedAt: 300 },
      { status: 5, askedAt: 300 },
    ];
    expect(keep(asked, other).pauses).toEqual(both);
    expect(keep(asked, read(4, 300), read(5, 300)).pauses).toEqual(both);
  });

  it('are one however often the same request is read', () => {
    expect(keep(read(5, 200), read(5, 200), read(5, 200, { reason: 'x', askedAt: 200 })).pauses).toHaveLength(
      1,
    );
  });

  it('have the fee among them', () => {
    expect(keep(read(4, 200), read(6, 300), read(9, 400)).pauses).toEqual([
      { status: 6, askedAt: 300, endedAt: 400 },
    ]);
  });

  it('hold what an officer here asked for, and what followed it', () => {
    const ask = (askedAt: number): Lodging => ({ ...lodged, at: 900, reason: 'x', askedAt, askedBy: 'Tú' });
    const mended = { ...ask(200), mendedAt: 230 };
    expect(keep(lodged, ask(200), mended, ask(300)).pauses).toEqual([
      { askedAt: 200, mendedAt: 230, endedAt: 300 },
      { askedAt: 300 },
    ]);
  });

  it('begin with the one request that an older server kept', () => {
    const old: Lodging = { ...lodged, status: 5, statusAt: 200, askedAt: 200, reason: 'x', mendedAt: 230 };
    expect(keepInstants(old, read(4, 250)).pauses).toEqual([
      { status: 5, askedAt: 200, mendedAt: 230, endedAt: 250 },
    ]);
  });
});
