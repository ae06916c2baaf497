/** A made-up pack for tests to bend. No production code imports it. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import type { Pack } from './read-pack.ts';

export function makeUpPack(record: string, changes: Partial<Pack> = {}): Pack {
  return {
    record: record as RecordId,
    citizen: {
      record: `citizen-${record}`,
      name: 'Hoàng Thị Mẫu',
      personalId: undefined,
      phone: undefined,
      matchKey: undefined,
    },
    procedureCode: '2.000635',
    procedure: findProcedure('2.000635'),
    route: 'selfOwnPhone',
    relative: undefined,
    appointment: undefined,
    reference: undefined,
    finishedAt: 1_000,
    answers: {},
    papers: {},
    papersNotNeeded: {},
    lodging: undefined,
    recorded: undefined,
    isNumberTakenAway: false,
    numberChecked: undefined,
    returned: undefined,
    mendNote: undefined,
    due: undefined,
    handedOver: undefined,
    closed: undefined,
    ...changes,
  };
}
