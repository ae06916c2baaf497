/** Tells a name that a scanner or a keyboard spoilt from one that may stand. Guesses no letter: the raw text goes to a person. */

/** Telex or VNI keys left in the name; no mark on any letter; letters that no keyboard for Vietnamese makes. */
export type NameDamage = 'typingKeys' | 'lostMarks' | 'brokenLetters';

const VIETNAMESE_LETTERS = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' .’-]+$/;
const MARKED_LETTER = /[^a-z' .’-]/;
/** Letters outside the Vietnamese alphabet, doubled vowels and a tone key at the end of a word: Telex, or a foreign name. */
const TELEX_KEYS = /[fjwz]|aa|ee|oo|dd|[aeiouy][a-z]*[srx](?![a-z])/;

/**
 * The first sign of damage in a full name (NFC), or undefined. Names of ethnic minorities may be flagged though right:
 * a flag asks for one look at the card and changes nothing.
 */
export function findNameDamage(fullName: string): NameDamage | undefined {
  const name = fullName.toLowerCase();
  if (/\d/.test(name)) return 'typingKeys';
  if (!VIETNAMESE_LETTERS.test(name)) return 'brokenLetters';
  if (TELEX_KEYS.test(name)) return 'typingKeys';
  return MARKED_LETTER.test(name) ? undefined : 'lostMarks';
}
