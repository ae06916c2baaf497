import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findStanding } from './arrange-desk.ts';
import { findPack } from './read-pack.ts';

const unsent = { transport: 'onDevice' } as const;
const request = { at: 7, by: 'anh Tú', reason: 'Ảnh mờ' };

function judge(values: Patch) {
  const view = { record: 'r' as RecordId, collection: 'dossier', values, conflicts: {} };
  const pack = findPack(view, () => undefined);
  return pack && findStanding(pack, unsent);
}

describe('a dossier that was sent back', () => {
  const sentBack = { finishedAt: 5, 'returned/a': request };

  it('is to be mended as soon as it is written here', () => {
    expect(judge({ ...sentBack, lodging: { state: 'awaitingOffice', at: 6 } })).toBe('needsFix');
  });

  it('and mended since waits for the office again, whatever else this desk has not sent', () => {
    const mended = { ...sentBack, mends: 7, finishedAt: 9, lodging: { state: 'awaitingOffice', at: 10 } };
    expect(judge(mended)).toBe('awaitingOffice');
  });

  it('another time is to be mended again', () => {
    const again = { ...sentBack, mends: 7, 'returned/b': { ...request, at: 12 } };
    expect(judge({ ...again, lodging: { state: 'awaitingOffice', at: 10 } })).toBe('needsFix');
  });
});
