/** Which dossiers stand at the portal of practice, as the practice commune knows it, in the order in which they came. Shows nothing. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';

export interface PracticePack {
  readonly dossier: RecordId;
  /** Whose it is; empty before the commune has the name. */
  readonly name: string;
  /** Undefined while it waits for the citizen. */
  readonly lodged: LodgedPack | undefined;
}

interface LodgedPack {
  readonly dossierNo: string;
  /** One of the ten official ones. */
  readonly status: number;
}

const SUBMITTED = 1;

/** A number that was typed from a receipt names no pack, and is not listed. */
export function listPacks(received: readonly RecordState[]): PracticePack[] {
  return received.flatMap(({ collection, record, fields }) => {
    const lodging = (fields['lodging']?.value ?? undefined) as Lodging | undefined;
    if (collection !== 'dossier' || lodging?.packNumber === undefined) return [];
    const isWaiting = lodging.state === 'awaitingCitizen' || lodging.state === 'awaitingOffice';
    if (!isWaiting && lodging.state !== 'lodged') return [];
    const person = received.find((one) => one.record === fields['citizen']?.value);
    const name = person?.fields['fullName']?.value;
    return [
      {
        dossier: record,
        name: typeof name === 'string' ? name : '',
        lodged: isWaiting ? undefined : describeLodged(lodging),
      },
    ];
  });
}

/** Between the number and the first look at the portal it stands where every dossier begins. */
function describeLodged({ dossierNo, status = SUBMITTED }: Lodging): LodgedPack | undefined {
  return dossierNo === undefined ? undefined : { dossierNo, status };
}
