/** The two letters that stand for a Vietnamese name: of the family name and of the given name. */

/** "Hồ Thị Cúc" → "HC", "Mẫu" → "M", "" → "". Diacritics stay: Đ is not D. */
export function findInitials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word = '') => ([...word.normalize('NFC')][0] ?? '').toLocaleUpperCase('vi')).join('');
}
