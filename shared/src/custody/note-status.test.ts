import { describe, expect, it } from 'vitest';
import type { Supplement } from '../contracts/portal.ts';
import type { Lodging } from '../model/dossier.ts';
import { keepInstants } from './keep-instants.ts';
import { noteStatus } from './note-status.ts';

const lodged: Lodging = { state: 'lodged', at: 100, dossierNo: 'H57.1-261126-0007', evidence: 'portalRead' };
const SCAN = 'AAAAAAAAAAAAAAAAAAAAAA';

type Reading = readonly [status: 2 | 4 | 5 | 6, changedAt: number, supplement?: Supplement];

/** What stands in the dossier after the portal was read so often; `between`: what the commune writes after the first. */
function read(first: Reading, between: Partial<Lodging>, ...more: Reading[]): Lodging {
  const look = (current: Lodging, [status, changedAt, supplement]: Reading): Lodging => {
    const reading = { status, changedAt, ...(supplement && { supplement }) };
    const next = noteStatus(current, reading, 10_000);
    return next ? keepInstants(current, next) : current;
  };
  const begun = look(lodged, first);
  return more.reduce(look, keepInstants(begun, { ...begun, ...between }));
}

describe('one request to complete', () => {
  const text = 'Thiếu trang 2';
  const mended = { mendedAt: 250 };

  it('stays the same, mended and with one pause, when the portal only stamps it anew', () => {
    const known = read([5, 200, { text }], mended, [5, 300, { text }], [5, 400, { text }]);
    expect(known).toMatchObject({ statusAt: 400, reason: text, askedAt: 200, mendedAt: 250 });
    expect(known.pauses).toEqual([{ status: 5, askedAt: 200, mendedAt: 250 }]);
  });

  it('stays when the portal says nothing of it in the same state, or calls a retaken scan by its old id', () => {
    expect(read([5, 200, { text }], mended, [5, 300])).toMatchObject({ reason: text, mendedAt: 250 });
    const named = { document: 'oldCivilStatusPaper', ...mended };
    const again = read([5, 200, { text, document: SCAN }], named, [5, 300, { text, document: SCAN }]);
    expect(again).toMatchObject({ document: 'oldCivilStatusPaper', mendedAt: 250 });
    expect(again.pauses).toHaveLength(1);
  });

  it('is another one by other words, another field or another paper', () => {
    const first = { text, field: 'copies', document: 'paper' };
    for (const other of [{ text: 'Thiếu chữ ký' }, { field: 'purpose' }, { document: 'form' }]) {
      const known = read([5, 200, first], mended, [5, 300, { ...first, ...other }]);
      expect(known.askedAt).toBe(300);
      expect(known).not.toHaveProperty('mendedAt');
      expect(known.pauses).toHaveLength(2);
    }
  });

  it('is another one when another state was seen between', () => {
    const known = read([5, 200, { text }], mended, [4, 300], [5, 400, { text }]);
    expect(known).toMatchObject({ reason: text, askedAt: 400 });
    expect(known.pauses).toEqual([
      { status: 5, askedAt: 200, mendedAt: 250, endedAt: 300 },
      { status: 5, askedAt: 400 },
    ]);
  });
});
