/** Made-up people with their dossiers and account steps, for tests of what stands on a slip. */
import type { RecordId } from '#shared/ids';
import type { SlipHelper } from './describe-slip.ts';
import type { DossierFacts, SlipFacts } from './read-slip-facts.ts';

export const MADE_UP_NUMBER = '099147004567';

export function makeUpDossier(more: Partial<DossierFacts> = {}): DossierFacts {
  return {
    record: 'dossier-one' as RecordId,
    procedure: '2.000635',
    answers: {},
    scanned: [],
    papersNotNeeded: {},
    route: 'selfOwnPhone',
    appointment: undefined,
    reference: 'ABCDEFGHIJ2345672',
    finishedAt: 1,
    recordedNumber: undefined,
    lodging: undefined,
    due: undefined,
    ...more,
  };
}

export function makeUpFacts(more: Partial<SlipFacts> = {}): SlipFacts {
  return {
    citizen: 'mau' as RecordId,
    name: 'Hoàng Thị Mẫu',
    personalId: MADE_UP_NUMBER,
    age: 79,
    steps: undefined,
    policeDay: undefined,
    mayReferToPolice: false,
    dossiers: [],
    ...more,
  };
}

export const madeUpHelper: SlipHelper = {
  name: 'Nông Văn Lành',
  hamlet: 'Thôn Mẫu',
  commune: { name: 'Xã Ví Dụ', phone: '02051234567' },
  ownPhone: '',
};
