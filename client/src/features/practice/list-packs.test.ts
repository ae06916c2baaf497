import { expect, it } from 'vitest';
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import type { Json } from '#shared/model/operation';
import { listPacks } from './list-packs.ts';

const received = (collection: string, record: string, values: Record<string, unknown>): RecordState => {
  const fields = Object.entries(values).map(([path, value]) => [
    path,
    { value: value as Json, seq: 1, device: 'server', at: 1 },
  ]);
  return {
    collection,
    record: record as RecordId,
    fields: Object.fromEntries(fields),
  } as unknown as RecordState;
};
const person = received('citizen', 'p', { fullName: 'Hoàng Thị Mẫu' });
const dossier = (lodging: Partial<Lodging> | undefined, citizen = 'p') =>
  received('dossier', 'd', { citizen, ...(lodging && { lodging }) });

it('a pack waits, under the name of its person, until it has a number', () => {
  const waits = dossier({ state: 'awaitingCitizen', at: 1, packNumber: 'GOI-1' });
  expect(listPacks([person, waits])).toEqual([{ dossier: 'd', name: 'Hoàng Thị Mẫu', lodged: undefined }]);
  const lodged = { state: 'lodged', at: 2, packNumber: 'GOI-1', dossierNo: 'TAPHUAN-1' } as const;
  expect(listPacks([person, dossier(lodged)])).toEqual([
    { dossier: 'd', name: 'Hoàng Thị Mẫu', lodged: { dossierNo: 'TAPHUAN-1', status: 1 } },
  ]);
  expect(listPacks([person, dossier({ ...lodged, status: 4 })])[0]?.lodged?.status).toBe(4);
  expect(listPacks([waits])).toMatchObject([{ name: '' }]);
});

it.each([
  ['one that nothing was said of', undefined],
  ['one that waits for paper at the commune', { state: 'awaitingOffice', at: 1 }],
  ['one whose number was typed from a receipt', { state: 'lodged', at: 1, dossierNo: 'X-1' }],
  ['one that was refused', { state: 'needsFix', at: 1, packNumber: 'GOI-1' }],
] as const)('%s is no pack that waits', (_, lodging) => {
  expect(listPacks([person, dossier(lodging)])).toEqual([]);
});
