/** What a reader of cards asks a person to look at again. Blocks nothing: a warned card is still a card. */

export type CardField =
  'personalId' | 'oldIdNumber' | 'fullName' | 'dateOfBirth' | 'sex' | 'residenceAsPrinted' | 'issueDate';

export type CardWarningCode =
  | 'ageUnlikely'
  | 'birthDateMissing'
  | 'birthDateUnreadable'
  | 'birthDateYearOnly'
  | 'birthYearDiffers'
  | 'bornInFuture'
  | 'issueDateUnreadable'
  | 'issuedBeforeBirth'
  | 'issuedInFuture'
  | 'layoutUnknown'
  | 'nameMissing'
  | 'nameNeedsCheck'
  | 'nameTooLong'
  | 'oldIdNumberUnreadable'
  | 'prefixUnassigned'
  | 'residenceMissing'
  | 'residenceTooLong'
  | 'sexOrCenturyDiffers'
  | 'sexUnreadable'
  | 'underFourteen';

export interface CardWarning {
  readonly code: CardWarningCode;
  /** The box to mark on the screen. */
  readonly field: CardField;
  /** `check` asks for a look, `info` only says. */
  readonly level: 'check' | 'info';
  /** The text as it was read, where a person has to compare it with the card. In memory only, never in a log. */
  readonly raw?: string;
}

export function buildCardWarning(code: CardWarningCode, field: CardField, raw?: string): CardWarning {
  const level = code === 'underFourteen' ? 'info' : 'check';
  return raw === undefined ? { code, field, level } : { code, field, level, raw };
}
