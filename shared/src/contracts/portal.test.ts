import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DOSSIER_STATUSES, findDossierStatus, isStatusMoveAllowed } from '../model/dossier-status.ts';
import { PackReply, PackRequest } from './portal.ts';

const pack = {
  reference: 'AAAAAAAAAAAAAAAAAAAAAA',
  procedureCode: '1.001193',
  submitter: { fullName: 'NGUYỄN VĂN MẪU', personalId: '099090000123' },
  answers: { childName: 'Nguyễn Thị Ví Dụ', household: { members: 3 } },
  documents: [],
  route: 'selfOwnPhone',
  payloadHash: 'f'.repeat(64),
};

describe('the portal contract', () => {
  it('takes a prepared pack with its answers as they are', () => {
    expect(z.parse(PackRequest, pack)).toEqual(pack);
  });

  it('does not know the routes on which nothing of ours travels to a portal', () => {
    for (const route of ['counter', 'post', 'policeInPerson']) {
      expect(z.safeParse(PackRequest, { ...pack, route }).success).toBe(false);
    }
  });

  it('does not believe a lodged pack without a dossier number', () => {
    const reply = { status: 'lodged', packNumber: 'P-1', reference: pack.reference };
    expect(z.safeParse(PackReply, reply).success).toBe(false);
    expect(z.safeParse(PackReply, { ...reply, dossierNumber: 'H57.242-261122-0001' }).success).toBe(true);
  });

  it('numbers the ten official states from 1 to 10 and moves only to states that exist', () => {
    expect(DOSSIER_STATUSES.map((row) => row.code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const row of DOSSIER_STATUSES) {
      for (const next of row.next) expect(findDossierStatus(next)).toBeDefined();
    }
  });

  it('lets a submitted dossier be accepted, and a returned one go nowhere', () => {
    expect(isStatusMoveAllowed(1, 2)).toBe(true);
    expect(isStatusMoveAllowed(1, 10)).toBe(false);
    expect(isStatusMoveAllowed(10, 1)).toBe(false);
    expect(isStatusMoveAllowed(9, 10)).toBe(true);
  });
});
