/** Puts spaces into a row of digits so that it can be read aloud; never adds, drops or judges a digit. */

/** "0912345678" with [4, 3, 3] → "0912 345 678"; text with anything but digits and spaces comes back as it is. */
export function groupTypedDigits(text: string, groups: readonly number[]): string {
  if (!/^[\d\s]*$/.test(text)) return text;
  const digits = text.replace(/\s/g, '');
  const parts: string[] = [];
  let at = 0;
  for (const size of groups) {
    if (at >= digits.length) break;
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.join(' ');
}
