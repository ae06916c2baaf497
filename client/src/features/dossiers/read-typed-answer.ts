/** What a person typed, as an answer of the field's type; what is not one yet is kept as it was typed. Judges nothing. */
import type { Answer } from '#shared/rules/fill-form';
import type { FormField } from '#shared/rules/form-definition';
import { formatDate, formatNumber } from '#shared/rules/format-vietnamese';
import { findPrintedDate, isPartialDate } from '#shared/rules/partial-date';

/** Undefined for nothing at all: the answer is taken away. */
export function readTypedAnswer({ type }: FormField, typed: string): Answer | undefined {
  if (typed.trim() === '') return undefined;
  switch (type) {
    case 'number':
      return findTypedNumber(typed) ?? typed;
    case 'personalId':
      return typed.replace(/[\s.-]/g, '');
    case 'date':
      return findTypedPartialDate(typed) ?? typed;
    case 'time':
      return findTypedTime(typed) ?? typed;
    default:
      return typed;
  }
}

/** Whole numbers, also with the points that group their digits: `50.000.000`. */
function findTypedNumber(typed: string): number | undefined {
  const text = typed.trim();
  if (/^\d{1,12}$/.test(text)) return Number(text);
  return /^\d{1,3}(\.\d{3}){1,3}$/.test(text) ? Number(text.replaceAll('.', '')) : undefined;
}

/** `14:30`, `14h30`, `14 giờ 30`, `2h`, `1430`. */
function findTypedTime(typed: string): string | undefined {
  const parts =
    /^(\d{1,2})\s*(?::|\.|h|giờ)\s*(?:(\d{2})\s*(?:phút)?)?$/i.exec(typed.trim()) ??
    /^(\d{2})(\d{2})$/.exec(typed.trim());
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}` : undefined;
}

/** Six digits are a month and a year: the keypads of phones have no slash. */
function findTypedPartialDate(typed: string): string | undefined {
  const digits = /^\s*(\d{2})(\d{4})\s*$/.exec(typed);
  return findPrintedDate(digits ? `${digits[1]}/${digits[2]}` : typed.replace(/,/g, '/'));
}

export function showTypedAnswer({ type }: FormField, answer: Answer | undefined): string {
  if (answer === undefined || typeof answer === 'boolean') return '';
  if (type === 'date' && isPartialDate(answer)) return formatDate(answer);
  if (type === 'number' && typeof answer === 'number') return formatNumber(answer);
  return String(answer);
}
