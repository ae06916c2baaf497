/** Judges one answer to one field and says every fault in a code and a key. Knows no form around it and mends nothing. */
import type { TextKey, TextParams } from './bilingual-text.ts';
import type { FormField } from './form-definition.ts';
import { isFullDate, isPartialDate } from './partial-date.ts';
import { isPersonalId } from './personal-id.ts';
import { checkPhone } from './phone.ts';

export type FieldErrorCode =
  | 'missing'
  | 'wrongType'
  | 'tooLong'
  | 'notADate'
  | 'dateIncomplete'
  | 'notATime'
  | 'notAPhone'
  | 'notAPersonalId'
  | 'notAChoice'
  | 'notANumber'
  | 'numberTooSmall'
  | 'numberTooLarge'
  /** Of the form, not of one field: see `contradictions.ts`. */
  | 'contradicts'
  | 'inFuture'
  | 'inPast'
  /** Route C: an answer that only the citizen could give about themselves. */
  | 'selfByRelative';

export interface FieldError {
  readonly fieldId: string;
  readonly code: FieldErrorCode;
  /** `form.<code>`, with the limit that was passed in its params; the label stands with the field. */
  readonly message: TextKey<`form.${FieldErrorCode}`>;
}

const LONGEST_TEXT = 200;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

type Fault = readonly [FieldErrorCode, TextParams?];

function checkText(field: FormField, text: string): Fault[] {
  const max = field.maxLength ?? LONGEST_TEXT;
  return text.length > max ? [['tooLong', { max, length: text.length }]] : [];
}

function checkDate(field: FormField, text: string): Fault[] {
  if (!isPartialDate(text)) return [['notADate']];
  return field.allowPartial === true || isFullDate(text) ? [] : [['dateIncomplete']];
}

function checkNumber(field: FormField, value: unknown): Fault[] {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return [['notANumber']];
  if (field.min !== undefined && value < field.min) return [['numberTooSmall', { min: field.min }]];
  if (field.max !== undefined && value > field.max) return [['numberTooLarge', { max: field.max }]];
  return [];
}

function checkString(field: FormField, text: string): Fault[] {
  switch (field.type) {
    case 'text':
      return checkText(field, text);
    case 'date':
      return checkDate(field, text);
    case 'time':
      return TIME_OF_DAY.test(text) ? [] : [['notATime']];
    case 'phone':
      return checkPhone(text).ok ? [] : [['notAPhone']];
    case 'personalId':
      return isPersonalId(text) ? [] : [['notAPersonalId']];
    case 'choice':
      return field.choices?.some((choice) => choice.id === text) === true ? [] : [['notAChoice']];
    case 'number':
      return [['notANumber']];
    case 'yesNo':
      return [['wrongType']];
  }
}

function listFaults(field: FormField, answer: unknown): Fault[] {
  const isEmpty =
    answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');
  if (isEmpty) return field.required ? [['missing']] : [];
  if (field.type === 'number') return checkNumber(field, answer);
  if (field.type === 'yesNo') return typeof answer === 'boolean' ? [] : [['wrongType']];
  return typeof answer === 'string' ? checkString(field, answer) : [['wrongType']];
}

/** Faults of any value at all, as an answer to this field; an empty answer to an optional field has none. */
export function checkAnswer(field: FormField, answer: unknown): FieldError[] {
  return listFaults(field, answer).map(([code, params = {}]) => ({
    fieldId: field.id,
    code,
    message: { key: `form.${code}`, params },
  }));
}
