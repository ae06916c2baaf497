/**
 * Reads the QR code of a citizen's card into fields. Refuses only a wrong field count and a number that is not twelve
 * digits; every other doubt is a warning for a person to settle. Keeps no picture and corrects no letter.
 */
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { CardWarning } from './card-warning.ts';
import { buildCardWarning } from './card-warning.ts';
import type { CardSlots } from './id-card-layout.ts';
import { findCardLayout, LONGEST_CARD_TEXT, splitCardText } from './id-card-layout.ts';
import { findNameDamage } from './name-damage.ts';
import type { PartialDate } from './partial-date.ts';
import { findPrintedDate, isAfterDay, isFullDate } from './partial-date.ts';
import type { CheckContext, Sex } from './personal-id.ts';
import { checkPersonalId, isPersonalId, isSampleNumber } from './personal-id.ts';
import { foldText } from './search-text.ts';

export interface IdCard {
  readonly personalId: string;
  readonly oldIdNumber?: string;
  /** As read, in NFC; empty when the layout was not understood. */
  readonly fullName: string;
  /** Set when the letters look spoilt by a scanner or a keyboard: compare with the card before use. */
  readonly nameNeedsCheck?: true;
  readonly dateOfBirth?: PartialDate;
  readonly sex?: Sex;
  /** One string with the units of before 01/07/2025; never split. */
  readonly residenceAsPrinted: string;
  /** `yyyy-mm-dd`. */
  readonly issueDate?: string;
  readonly docType: 'CCCD' | 'CC';
}

export interface CardReading {
  readonly card: IdCard;
  readonly warnings: readonly CardWarning[];
  /** Fields that are not mapped (a 2024 card may name parents here): hold in memory only. */
  readonly extra: readonly string[];
}

/** Carries no text of the card, so that it may be shown and counted. */
export type CardError =
  | { readonly type: 'wrongFieldCount'; readonly found: number }
  | { readonly type: 'notTwelveDigits'; readonly found: number }
  /** While practising: a number that a real person may have. */
  | { readonly type: 'realCard' };

/** From this day on cards are thẻ Căn cước (Luật Căn cước 26/2023/QH15). */
const FIRST_DAY_OF_NEW_CARD = '2024-07-01';

interface Readings {
  readonly facts: Partial<IdCard>;
  readonly warnings: readonly CardWarning[];
}

/** What the box takes by hand. A printed address has none; no card has room for as much. */
const LONGEST = { fullName: 200, residenceAsPrinted: 500 } as const;

/** No half of a letter at the end. */
function cutAt(longest: number, text: string): string {
  return text
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

function readName({ fullName: raw }: CardSlots): Readings {
  if (raw === '') return { facts: {}, warnings: [buildCardWarning('nameMissing', 'fullName')] };
  const fullName = cutAt(LONGEST.fullName, raw);
  const tooLong = fullName === raw ? [] : [buildCardWarning('nameTooLong', 'fullName')];
  if (findNameDamage(fullName) === undefined) return { facts: { fullName }, warnings: tooLong };
  const warning = buildCardWarning('nameNeedsCheck', 'fullName', fullName);
  return { facts: { fullName, nameNeedsCheck: true }, warnings: [...tooLong, warning] };
}

/** Registers write 1 January where only the year is known; the whole date stays in the warning, one tap away. */
function readBirthDate({ dateOfBirth: raw }: CardSlots): Readings {
  if (raw === '') return { facts: {}, warnings: [buildCardWarning('birthDateMissing', 'dateOfBirth')] };
  const dateOfBirth = findPrintedDate(raw);
  if (dateOfBirth === undefined)
    return { facts: {}, warnings: [buildCardWarning('birthDateUnreadable', 'dateOfBirth', raw)] };
  if (!dateOfBirth.endsWith('-01-01')) return { facts: { dateOfBirth }, warnings: [] };
  const warning = buildCardWarning('birthDateYearOnly', 'dateOfBirth', dateOfBirth);
  return { facts: { dateOfBirth: dateOfBirth.slice(0, 4) }, warnings: [warning] };
}

function readSex({ sex: raw }: CardSlots): Readings {
  const folded = foldText(raw);
  if (folded === 'nam') return { facts: { sex: 'male' }, warnings: [] };
  if (folded === 'nu') return { facts: { sex: 'female' }, warnings: [] };
  return { facts: {}, warnings: [buildCardWarning('sexUnreadable', 'sex', raw)] };
}

function readIssueDate({ issueDate: raw }: CardSlots): Readings {
  const issueDate = findPrintedDate(raw);
  if (isFullDate(issueDate)) return { facts: { issueDate }, warnings: [] };
  return { facts: {}, warnings: [buildCardWarning('issueDateUnreadable', 'issueDate', raw)] };
}

function readOldNumber({ oldIdNumber }: CardSlots): Readings {
  if (oldIdNumber === '') return { facts: {}, warnings: [] };
  if (/^(\d{9}|\d{12})$/.test(oldIdNumber)) return { facts: { oldIdNumber }, warnings: [] };
  return { facts: {}, warnings: [buildCardWarning('oldIdNumberUnreadable', 'oldIdNumber', oldIdNumber)] };
}

function readResidence({ residenceAsPrinted: raw }: CardSlots): Readings {
  if (raw === '')
    return { facts: {}, warnings: [buildCardWarning('residenceMissing', 'residenceAsPrinted')] };
  const residenceAsPrinted = cutAt(LONGEST.residenceAsPrinted, raw);
  const isWhole = residenceAsPrinted === raw;
  const warnings = isWhole ? [] : [buildCardWarning('residenceTooLong', 'residenceAsPrinted')];
  return { facts: { residenceAsPrinted }, warnings };
}

const READERS = [readName, readBirthDate, readSex, readIssueDate, readOldNumber, readResidence];

function listIssueWarnings({ issueDate, dateOfBirth }: Partial<IdCard>, today: string): CardWarning[] {
  if (issueDate === undefined) return [];
  if (issueDate > today) return [buildCardWarning('issuedInFuture', 'issueDate')];
  const isBeforeBirth = dateOfBirth !== undefined && isAfterDay(dateOfBirth, issueDate);
  return isBeforeBirth ? [buildCardWarning('issuedBeforeBirth', 'issueDate')] : [];
}

function findDocType(issueDate: string | undefined, hasExtra: boolean): IdCard['docType'] {
  if (issueDate === undefined) return hasExtra ? 'CC' : 'CCCD';
  return issueDate >= FIRST_DAY_OF_NEW_CARD ? 'CC' : 'CCCD';
}

/**
 * Text of a card's QR code, as a camera, a clipboard or a keyboard-wedge scanner gives it; `today` is `yyyy-mm-dd` in
 * Vietnam. Over 2,048 characters it is no card (`wrongFieldCount`). With `practice`, prefix 099 is not doubted; with
 * `samplesOnly` no other is taken, and nothing of the card is answered.
 */
export function parseIdCard(
  text: string,
  today: string,
  options: Pick<CheckContext, 'practice'> & { readonly samplesOnly?: boolean } = {},
): Result<CardReading, CardError> {
  if (text.length > LONGEST_CARD_TEXT) return err({ type: 'wrongFieldCount', found: 0 });
  const fields = splitCardText(text);
  const layout = findCardLayout(fields);
  if (!layout) return err({ type: 'wrongFieldCount', found: fields.length });
  const personalId = layout.slots.personalId.replaceAll(' ', '');
  const found = personalId.length;
  if (!isPersonalId(personalId)) return err({ type: 'notTwelveDigits', found });
  if (options.samplesOnly === true && !isSampleNumber(personalId)) return err({ type: 'realCard' });

  const readings = layout.isUnknown ? [] : READERS.map((read) => read(layout.slots));
  const facts: Partial<IdCard> = Object.assign({}, ...readings.map((reading) => reading.facts));
  const { sex, dateOfBirth, issueDate } = facts;
  const docType = findDocType(issueDate, layout.extra.length > 0);
  const card: IdCard = { fullName: '', residenceAsPrinted: '', ...facts, personalId, docType };
  const warnings = [
    ...(layout.isUnknown ? [buildCardWarning('layoutUnknown', 'fullName')] : []),
    ...readings.flatMap((reading) => reading.warnings),
    ...checkPersonalId({ personalId, sex, dateOfBirth }, { today, practice: options.practice }),
    ...listIssueWarnings(facts, today),
  ];
  return ok({ card, warnings, extra: layout.extra });
}
