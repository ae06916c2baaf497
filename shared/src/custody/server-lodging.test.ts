import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Lodging } from '../model/dossier.ts';
import { findLodging, planLodging } from './server-lodging.ts';
import type { RecordState } from './server-types.ts';

const number = { dossierNo: 'H57.1-261126-0007', evidence: 'portalRead' } as const;

/** The lodging after each of these was told, one after the other. */
function tell(...told: Lodging[]): Lodging | null {
  let record: RecordState = { record: 'd' as RecordId, collection: 'dossier', fields: {}, seq: 0 };
  for (const lodging of told)
    for (const write of planLodging({ communeSeq: record.seq, record, numberOwner: null }, lodging))
      if (write.type === 'putRecord') record = write.state;
  return findLodging(record);
}

describe('the instants by which a lodged dossier is judged', () => {
  it('keep when it was first lodged, whatever was told of it later', () => {
    const first = { state: 'lodged', at: 100, ...number } as const;
    expect(tell(first)).toEqual(first);
    expect(tell(first, { ...first, at: 200, status: 2 })).toMatchObject({ at: 200, lodgedAt: 100 });
    expect(tell(first, { ...first, at: 200, status: 2 }, { ...first, at: 300, status: 4 })).toMatchObject({
      ...{ at: 300, lodgedAt: 100 },
    });
  });

  it('keep the first end by the portal’s clock; 9 takes the place of 10, and nothing that of 9', () => {
    const lodged = { state: 'lodged', at: 100, ...number } as const;
    const read = (status: number, statusAt: number): Lodging => ({ ...lodged, at: 900, status, statusAt });
    expect(tell(lodged, read(4, 150))?.ended).toBeUndefined();
    expect(tell(lodged, read(10, 200))?.ended).toEqual({ status: 10, at: 200 });
    expect(tell(lodged, read(10, 200), read(9, 300))?.ended).toEqual({ status: 9, at: 300 });
    expect(tell(lodged, read(9, 200), read(10, 300))?.ended).toEqual({ status: 9, at: 200 });
    expect(tell(read(8, 120))?.ended).toEqual({ status: 8, at: 120 });
  });
});
