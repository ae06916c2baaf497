/** Vietnamese telephone numbers: one written form and a check of the shape. Knows no owner and, with portability, no operator. */
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { dropInvisible } from './drop-invisible.ts';

export interface PhoneNumber {
  /** `0` and nine digits for a mobile, nine or ten for a landline; no spaces. */
  readonly phone: string;
  readonly kind: 'mobile' | 'landline';
}
export type PhoneError = {
  readonly type: 'empty' | 'notDigits' | 'tooShort' | 'tooLong' | 'unknownPrefix';
};

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/;
const LANDLINE = /^02\d{8,9}$/;

/** `+84 912-345.678`, `84912345678` and `0912 345 678` become `0912345678`; what is no number is only stripped. */
export function normalizePhone(text: string): string {
  const bare = dropInvisible(text).replace(/[\s.()\u2010-\u2015-]/g, '');
  return bare.replace(/^(?:\+|00)84(?:0(?=\d{9}))?/, '0').replace(/^84(?=\d{9,10}$)/, '0');
}

/** Says what is wrong so that a person can mend it; the prefix list is of November 2026. */
export function checkPhone(text: string): Result<PhoneNumber, PhoneError> {
  const phone = normalizePhone(text);
  if (phone === '') return err({ type: 'empty' });
  if (!/^\d+$/.test(phone)) return err({ type: 'notDigits' });
  if (MOBILE.test(phone)) return ok({ phone, kind: 'mobile' });
  if (LANDLINE.test(phone)) return ok({ phone, kind: 'landline' });
  if (phone.length < 10) return err({ type: 'tooShort' });
  return err({ type: phone.length > (phone.startsWith('02') ? 11 : 10) ? 'tooLong' : 'unknownPrefix' });
}

/** `0912 345 678` for reading aloud; a landline as `024 3825 1234`; anything else as it came. */
export function formatPhone(text: string): string {
  const checked = checkPhone(text);
  if (!checked.ok) return text;
  const { phone, kind } = checked.value;
  if (kind === 'mobile') return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  return `${phone.slice(0, -8)} ${phone.slice(-8, -4)} ${phone.slice(-4)}`.trim();
}
