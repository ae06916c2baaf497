/** Whose work it is and what it is called. Reads records; writes nothing. */
import { findProcedure } from '#data/procedures';
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
  const values = store.findRecord(getCitizenId(view))?.values ?? {};
  const { fullName, phone, phoneOwner } = values;
  return {
    name: typeof fullName === 'string' && fullName !== '' ? fullName : t('citizens.unnamed'),
    phone: typeof phone === 'string' && phone !== '' ? phone : undefined,
    isOwn: phoneOwner === 'self',
  };
}

export function nameProcedure({ values }: RecordView, { t, language }: Translator): string {
  return findProcedure(String(values['procedure']))?.name[language] ?? t('today.draft');
}
