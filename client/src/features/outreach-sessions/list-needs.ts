/** What a person at a session may need help with: the account, a procedure of the catalogue, or something else. */
import { findProcedure, procedures } from '#data/procedures';
import type { Translator } from '../../i18n/translate.ts';

export interface Need {
  /** `account`, `other`, or the code of a procedure. */
  readonly value: string;
  readonly label: string;
}

export function listNeeds(translator: Translator): Need[] {
  const values = ['account', ...procedures.map(({ code }) => code), 'other'];
  return values.map((value) => ({ value, label: describeNeed(value, translator) ?? value }));
}

/** A procedure by the word that people use for it; undefined for a code that this version does not know. */
export function describeNeed(need: string | undefined, { t, language }: Translator): string | undefined {
  if (need === 'account' || need === 'other') return t(`sessions.need.${need}`);
  const procedure = need === undefined ? undefined : findProcedure(need);
  if (!procedure) return undefined;
  const everyday = language === 'vi' ? procedure.everydayWords[0] : undefined;
  if (everyday === undefined) return procedure.name[language];
  return everyday.charAt(0).toLocaleUpperCase('vi') + everyday.slice(1);
}
