/** What a person typed, as an answer of the field's type; what is not one yet is kept as it was typed. Judges nothing. */
import type { Answer } from '#shared/rules/fill-form';
import type { FormField } from '#shared/rules/form-definition';
import { formatDate } from '#shared/rules/format-vietnamese';
import { findPrintedDate, isPartialDate } from '#shared/rules/partial-date';

/** Undefined for nothing at all: the answer is taken away. */
export function readTypedAnswer({ type }: FormField, typed: string): Answer | undefined {
  if (typed.trim() === '') return undefined;
  switch (type) {
    case 'number':
      return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed;
    case 'personalId':
      return typed.replace(/[\s.-]/g, '');
    case 'date':
      return findTypedPartialDate(typed) ?? typed;
    default:
      return typed;
  }
}

/** Six digits are a month and a year: the keypads of phones have no slash. */
function findTypedPartialDate(typed: string): string | undefined {
  const digits = /^\s*(\d{2})(\d{4})\s*$/.exec(typed);
  return findPrintedDate(digits ? `${digits[1]}/${digits[2]}` : typed.replace(/,/g, '/'));
}

export function showTypedAnswer({ type }: FormField, answer: Answer | undefined): string {
  if (answer === undefined || typeof answer === 'boolean') return '';
  if (type === 'date' && isPartialDate(answer)) return formatDate(answer);
  return String(answer);
}
