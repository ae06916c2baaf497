/** Whose work it is and what it is called. Reads records; writes nothing. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { listPersonRecords } from '#shared/rules/same-record';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';
import { getCitizenId } from './list-today.ts';

export interface CitizenContact {
  readonly name: string;
  /** Digits; undefined where the citizen gave none. */
  readonly phone: string | undefined;
  /** The citizen's own phone; where nobody said so, somebody else may answer. */
  readonly isOwn: boolean;
}

export function findContact({ store }: Work, view: RecordView, { t }: Translator): CitizenContact {
  const citizen = getCitizenId(view);
  const records = [...listPersonRecords(store.listRecords('citizen'), citizen)];
  const known = records.map((record) => store.findRecord(record as RecordId)?.values ?? {});
  const fullName = known[0]?.['fullName'];
  // Of a person with two records either may hold the number.
  const { phone, phoneOwner } = known.find((values) => (values['phone'] ?? '') !== '') ?? {};
  return {
    name: typeof fullName === 'string' && fullName !== '' ? fullName : t('citizens.unnamed'),
    phone: typeof phone === 'string' && phone !== '' ? phone : undefined,
    isOwn: phoneOwner === 'self',
  };
}

export function nameProcedure({ values }: RecordView, { t, language }: Translator): string {
  return findProcedure(String(values['procedure']))?.name[language] ?? t('today.draft');
}
