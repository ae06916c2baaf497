/**
 * Cuts the text of a card's QR code into named slots, for each layout that has been seen. Judges no value.
 * Sources: TT 06/2021/TT-BCA (chip CCCD), TT 16/2024/TT-BCA (thẻ Căn cước; its fields after the seventh are not published).
 */
import { dropInvisible } from './drop-invisible.ts';
import { findPrintedDate } from './partial-date.ts';
import { foldText } from './search-text.ts';

/** More than ten times the longest card that has been seen. */
export const LONGEST_CARD_TEXT = 2_048;
const FEWEST_CARD_FIELDS = 6;

export interface CardSlots {
  readonly personalId: string;
  readonly oldIdNumber: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: string;
  readonly residenceAsPrinted: string;
  readonly issueDate: string;
}

export interface CardLayout {
  readonly slots: CardSlots;
  /** What the layout has beyond the slots, in order. May name parents: to be held in memory only. */
  readonly extra: readonly string[];
  /** A longer card whose first seven fields do not look like the known seven: only the number is trusted. */
  readonly isUnknown: boolean;
}

const LABELS: Readonly<Record<string, keyof CardSlots>> = {
  cccd: 'personalId',
  'so cccd': 'personalId',
  'so can cuoc': 'personalId',
  'can cuoc': 'personalId',
  'so dinh danh': 'personalId',
  'so dinh danh ca nhan': 'personalId',
  cmnd: 'oldIdNumber',
  'so cmnd': 'oldIdNumber',
  'so cmnd cu': 'oldIdNumber',
  'ho ten': 'fullName',
  'ho va ten': 'fullName',
  'ngay sinh': 'dateOfBirth',
  'gioi tinh': 'sex',
  'dia chi': 'residenceAsPrinted',
  'noi thuong tru': 'residenceAsPrinted',
  'thuong tru': 'residenceAsPrinted',
  'noi cu tru': 'residenceAsPrinted',
  'ngay cap': 'issueDate',
};

const EMPTY: CardSlots = {
  personalId: '',
  oldIdNumber: '',
  fullName: '',
  dateOfBirth: '',
  sex: '',
  residenceAsPrinted: '',
  issueDate: '',
};

/** Fields of a scanned text: without scanner marks, what is invisible, line ends and doubled spaces, in NFC. */
export function splitCardText(text: string): string[] {
  const clean = dropInvisible(text.replace(/^\s*(?:\]Q\d|ï»¿)+/, ''))
    .replaceAll('\0', '')
    .normalize('NFC');
  return clean
    .trim()
    .split('|')
    .map((field) => field.replace(/\s+/g, ' ').trim());
}

/** Some desk scanners print `CCCD:…|Họ tên:…`; an unknown label is kept apart, never guessed. */
function findLabelledLayout(fields: readonly string[]): CardLayout | undefined {
  const pairs = fields.map((field) => /^([^:]{2,30}):\s*(.*)$/.exec(field));
  if (!pairs.every((pair) => pair !== null)) return undefined;
  const slots: Record<keyof CardSlots, string> = { ...EMPTY };
  const extra: string[] = [];
  for (const [whole, label = '', value = ''] of pairs) {
    const slot = LABELS[foldText(label)];
    if (slot === undefined || slots[slot] !== '') extra.push(whole);
    else slots[slot] = value;
  }
  return { slots, extra, isUnknown: false };
}

const isOldNumberSlot = (field: string) => /^(\d{9}|\d{12})?$/.test(field);
const isDateSlot = (field: string) => findPrintedDate(field) !== undefined;

function looksLikeKnownSeven([
  ,
  oldNumber = '',
  name = '',
  born = '',
  sex = '',
  ,
  issued = '',
]: readonly string[]) {
  const sexIsRead = ['nam', 'nu'].includes(foldText(sex));
  return (
    isOldNumberSlot(oldNumber) && !/\d/.test(name) && isDateSlot(born) && sexIsRead && isDateSlot(issued)
  );
}

/** Names the fields of `splitCardText`; undefined when there are too few of them for any layout. */
export function findCardLayout(fields: readonly string[]): CardLayout | undefined {
  if (fields.length < FEWEST_CARD_FIELDS) return undefined;
  const labelled = findLabelledLayout(fields);
  if (labelled) return labelled;
  // Zalo's scanner leaves the old number out: the name then stands second and the birthday third.
  const second = fields[1] ?? '';
  const hasOldNumber = isOldNumberSlot(second) || (fields.length >= 7 && !isDateSlot(fields[2] ?? ''));
  const seven = hasOldNumber ? fields : [fields[0] ?? '', '', ...fields.slice(1)];
  const [
    personalId = '',
    oldIdNumber = '',
    fullName = '',
    dateOfBirth = '',
    sex = '',
    residence = '',
    issued = '',
  ] = seven;
  const extra = seven.slice(7);
  while (extra.at(-1) === '') extra.pop();
  if (extra.length > 0 && !looksLikeKnownSeven(seven))
    return { slots: { ...EMPTY, personalId }, extra: fields.slice(1), isUnknown: true };
  const slots = { personalId, oldIdNumber, fullName, dateOfBirth, sex, residenceAsPrinted: residence };
  return { slots: { ...slots, issueDate: issued }, extra, isUnknown: false };
}
