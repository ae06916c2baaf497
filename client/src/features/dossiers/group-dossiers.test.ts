import { describe, expect, it } from 'vitest';
import type { Lodging } from '#shared/model/dossier';
import type { Json, Patch } from '#shared/model/operation';
import { byPlaceAndName, findPlace } from './group-dossiers.ts';

const stand = (lodging?: Lodging, more: Patch = {}): Patch => ({
  ...(lodging && { lodging: lodging as unknown as Json }),
  ...more,
});

describe('where a dossier stands', () => {
  it('is one of five places', () => {
    expect(findPlace({})).toBe('draft');
    expect(findPlace({ finishedAt: 1 })).toBe('waiting');
    expect(findPlace(stand({ state: 'needsPerson', at: 1 }, { finishedAt: 1 }))).toBe('waiting');
    expect(findPlace(stand({ state: 'needsFix', at: 1 }))).toBe('mend');
    expect(findPlace(stand({ state: 'lodged', at: 1, status: 5, askedAt: 2 }))).toBe('mend');
    expect(findPlace(stand({ state: 'lodged', at: 1 }))).toBe('lodged');
    expect(findPlace(stand({ state: 'lodged', at: 1, status: 9 }))).toBe('lodged');
    for (const status of [3, 7, 8, 10])
      expect(findPlace(stand({ state: 'lodged', at: 1, status }))).toBe('over');
  });

  it('is listed with what somebody must do first, then by name', () => {
    const rows = [
      { place: 'lodged', name: 'An' },
      { place: 'mend', name: 'Hoàng Thị Mẫu' },
      { place: 'mend', name: 'Nguyễn Văn Dụ' },
    ] as const;
    expect([...rows].sort(byPlaceAndName).map(({ name }) => name)).toEqual([
      'Nguyễn Văn Dụ',
      'Hoàng Thị Mẫu',
      'An',
    ]);
  });
});
