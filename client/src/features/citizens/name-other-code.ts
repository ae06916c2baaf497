/** What a square code is when it is no card: said by its first letters, so that a person knows which one they held up. Opens none. */

export type OtherCode = 'link' | 'wifi' | 'bank' | 'contact';

const STARTS: readonly (readonly [OtherCode, RegExp])[] = [
  ['link', /^(https?:\/\/|www\.)/i],
  ['wifi', /^WIFI:/i],
  // EMVCo merchant codes, VietQR among them, begin with their format indicator.
  ['bank', /^000201/],
  ['contact', /^(BEGIN:VCARD|MECARD:|TEL:|SMSTO:|MAILTO:)/i],
];

/** Undefined for everything else. */
export function nameOtherCode(text: string): OtherCode | undefined {
  return STARTS.find(([, start]) => start.test(text.trim()))?.[0];
}
