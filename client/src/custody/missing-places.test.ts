import { expect, it } from 'vitest';
import { findMissingPlaces } from './missing-places.ts';

it('is nothing while this phone remembers all that it gave out', () => {
  expect(
    findMissingPlaces({ here: 44, communeSeq: 41, marker: { lastSeq: 44, acked: 41, slots: 0 } }),
  ).toBeUndefined();
  expect(findMissingPlaces({ here: 0, communeSeq: undefined, marker: undefined })).toBeUndefined();
});

it('goes by the marker where nothing may be asked, as in a database that came back older', () => {
  const marker = { lastSeq: 44, acked: 41, slots: 0 };
  expect(findMissingPlaces({ here: 38, communeSeq: undefined, marker })).toEqual({
    ...{ here: 38, commune: 41, known: 44 },
  });
});

it('goes by the commune where every marker is gone with the work', () => {
  expect(findMissingPlaces({ here: 38, communeSeq: 44, marker: undefined })).toEqual({
    ...{ here: 38, commune: 44, known: 44 },
  });
});
