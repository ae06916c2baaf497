/** Which other dossier on this phone has a number already, and whose it is: the commune checks again. Changes nothing. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import type { Lodging, RecordedNumber } from '#shared/model/dossier';
import { normalizeNumber } from '#shared/rules/dossier-number';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';

type Records = Pick<Work['store'], 'findRecord' | 'listRecords'>;

/** Undefined where no other dossier is known to have it. */
export function findNumberHolder(store: Records, dossierNo: string, own: RecordId): RecordId | undefined {
  const wanted = normalizeNumber(dossierNo);
  return store.listRecords('dossier').find(({ record, values }) => {
    const lodging = values['lodging'] as Lodging | null | undefined;
    const recorded = values['recordedNumber'] as RecordedNumber | null | undefined;
    const numbers = [lodging?.dossierNo, recorded?.dossierNo].filter((number) => number !== undefined);
    return record !== own && numbers.some((number) => normalizeNumber(number) === wanted);
  })?.record;
}

/** "Hoàng Thị Mẫu, Đăng ký khai sinh"; undefined where this phone does not have it. */
export function nameHolder(store: Records, holder: RecordId, { language }: Translator): string | undefined {
  const values = store.findRecord(holder)?.values;
  if (!values) return undefined;
  const citizen = store.findRecord(values['citizen'] as RecordId)?.values['fullName'];
  const procedure = findProcedure(String(values['procedure']))?.name[language];
  return [citizen, procedure].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
