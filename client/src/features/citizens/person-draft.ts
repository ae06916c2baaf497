/** A person as the boxes on the screen hold them, and what of it may be written down. Pure; keeps no picture and no extra of a card. */
import type { Json, Patch } from '#shared/model/operation';
import type { CardReading } from '#shared/rules/id-card';
import { dropInvisible } from '#shared/rules/drop-invisible';
import { findPrintedDate, type PartialDate } from '#shared/rules/partial-date';
import { isPersonalId, isSampleNumber, type Sex } from '#shared/rules/personal-id';
import { checkPhone } from '#shared/rules/phone';
import { formatDate } from '#shared/rules/format-vietnamese';
import { isPractice } from '../../storage/realm.ts';

export type PhoneOwner = 'self' | 'relative' | 'none';

/** Texts are as typed, readable or not. */
export interface PersonDraft {
  readonly fullName: string;
  /** `02/03/1947`, `03/1947` or `1947`. */
  readonly born: string;
  readonly sex: Sex | undefined;
  readonly hamlet: string;
  readonly personalId: string;
  readonly phone: string;
  readonly phoneOwner: PhoneOwner | undefined;
  readonly enteredBy: 'card' | 'hand';
  /** The letters looked spoilt when the card was read, and nobody has compared them yet. */
  readonly nameNeedsCheck: boolean;
  readonly oldIdNumber: string | undefined;
  readonly residenceAsPrinted: string;
  readonly issueDate: string | undefined;
  readonly idDocType: 'CCCD' | 'CC' | undefined;
}

export const emptyDraft: PersonDraft = {
  fullName: '',
  born: '',
  sex: undefined,
  hamlet: '',
  personalId: '',
  phone: '',
  phoneOwner: undefined,
  enteredBy: 'hand',
  nameNeedsCheck: false,
  oldIdNumber: undefined,
  residenceAsPrinted: '',
  issueDate: undefined,
  idDocType: undefined,
};

/** Lays what a card says over what is known; what the card leaves empty stays. Its extra fields are dropped here. */
export function readCardIntoDraft(draft: PersonDraft, { card }: CardReading): PersonDraft {
  return {
    ...draft,
    fullName: card.fullName || draft.fullName,
    born: card.dateOfBirth ? formatDate(card.dateOfBirth) : draft.born,
    sex: card.sex ?? draft.sex,
    personalId: card.personalId,
    enteredBy: 'card',
    nameNeedsCheck: card.nameNeedsCheck ?? false,
    oldIdNumber: card.oldIdNumber ?? draft.oldIdNumber,
    residenceAsPrinted: card.residenceAsPrinted || draft.residenceAsPrinted,
    issueDate: card.issueDate ?? draft.issueDate,
    idDocType: card.docType,
  };
}

/** The boxes of somebody who is written down already. */
export function readRecordIntoDraft(values: Patch): PersonDraft {
  const text = (path: string) => (typeof values[path] === 'string' ? values[path] : undefined);
  const born = text('dateOfBirth');
  return {
    fullName: text('fullName') ?? '',
    born: born ? formatDate(born) : '',
    sex: text('sex') as Sex | undefined,
    hamlet: text('hamlet') ?? '',
    personalId: text('personalId') ?? '',
    phone: text('phone') ?? '',
    phoneOwner: text('phoneOwner') as PhoneOwner | undefined,
    enteredBy: text('enteredBy') === 'card' ? 'card' : 'hand',
    nameNeedsCheck: values['nameNeedsCheck'] === true,
    oldIdNumber: text('oldIdNumber'),
    residenceAsPrinted: text('residenceAsPrinted') ?? '',
    issueDate: text('issueDate'),
    idDocType: text('idDocType') as PersonDraft['idDocType'],
  };
}

/** The day that was typed, as far as it can be read. */
export function findBirth({ born }: PersonDraft): PartialDate | undefined {
  return findPrintedDate(dropInvisible(born));
}

export type DraftFault =
  'nameMissing' | 'birthUnreadable' | 'numberUnreadable' | 'numberReal' | 'phoneUnreadable';

/** What must be mended before the person is done; empty when nothing must. */
export function listDraftFaults(draft: PersonDraft, samplesOnly = isPractice): DraftFault[] {
  const faults: (DraftFault | false)[] = [
    dropInvisible(draft.fullName).trim() === '' && 'nameMissing',
    draft.born.trim() !== '' && findBirth(draft) === undefined && 'birthUnreadable',
    draft.personalId.trim() !== '' && !isPersonalId(stripSpaces(draft.personalId)) && 'numberUnreadable',
    isNumberRefused(draft, samplesOnly) && 'numberReal',
    draft.phoneOwner !== 'none' &&
      draft.phone.trim() !== '' &&
      !checkPhone(draft.phone).ok &&
      'phoneUnreadable',
  ];
  return faults.filter((fault) => fault !== false);
}

const UNSAVED = {
  born: ['birthUnreadable'],
  personalId: ['numberUnreadable', 'numberReal'],
  phone: ['phoneUnreadable'],
} as const satisfies Partial<Record<keyof PersonDraft, readonly DraftFault[]>>;

/** Something stands in the box and stays on the screen alone. */
export function isUnsaved(draft: PersonDraft, box: keyof typeof UNSAVED): boolean {
  const faults = listDraftFaults(draft);
  return UNSAVED[box].some((fault) => faults.includes(fault));
}

/** A real person's number has no place in practice, not even on the phone that it is typed on. */
function isNumberRefused({ personalId }: PersonDraft, samplesOnly: boolean): boolean {
  const number = stripSpaces(personalId);
  return samplesOnly && isPersonalId(number) && !isSampleNumber(number);
}

/** Only what can be read: a half-typed number stays on the screen and never reaches a record. */
function listWritableFields(draft: PersonDraft, samplesOnly: boolean): Record<string, Json | undefined> {
  const phone = draft.phoneOwner === 'none' ? undefined : checkPhone(draft.phone);
  const known = phone?.ok ? phone.value.phone : undefined;
  const number = stripSpaces(draft.personalId);
  return {
    fullName: dropInvisible(draft.fullName).trim().normalize('NFC') || undefined,
    nameNeedsCheck: draft.nameNeedsCheck || undefined,
    personalId: isPersonalId(number) && !isNumberRefused(draft, samplesOnly) ? number : undefined,
    oldIdNumber: draft.oldIdNumber,
    dateOfBirth: findBirth(draft),
    sex: draft.sex,
    residenceAsPrinted: draft.residenceAsPrinted || undefined,
    hamlet: dropInvisible(draft.hamlet).trim() || undefined,
    issueDate: draft.issueDate,
    idDocType: draft.idDocType,
    phone: known,
    phoneOwner: draft.phoneOwner ?? (known === undefined ? undefined : 'self'),
    enteredBy: draft.enteredBy,
  };
}

/** What has to be written so that the record says what the boxes say; null takes a path away. */
export function buildPersonPatch(draft: PersonDraft, written: Patch, samplesOnly = isPractice): Patch {
  const fields = Object.entries(listWritableFields(draft, samplesOnly));
  const changed = fields.filter(([path, value]) => value !== written[path]);
  return Object.fromEntries(changed.map(([path, value]) => [path, value ?? null]));
}

/** True when nothing that identifies anybody has been typed. */
export function isBlank({ fullName, born, personalId, phone }: PersonDraft): boolean {
  return [fullName, born, personalId, phone].every((text) => text.trim() === '');
}

function stripSpaces(text: string): string {
  return dropInvisible(text).replace(/\s/g, '');
}
