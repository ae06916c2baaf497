/** What an officer mostly asks a team to mend, ready to tap. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';

export interface ReturnPhrase {
  /** Append-only: records carry it. */
  readonly id: string;
  readonly label: BilingualText;
  /** What it is mostly said of: chosen first. */
  readonly about: 'document' | 'field';
}

export const returnPhrases: readonly ReturnPhrase[] = [
  { id: 'blurred', label: { vi: 'ảnh mờ', en: 'photo is blurred' }, about: 'document' },
  { id: 'pageMissing', label: { vi: 'thiếu trang', en: 'a page is missing' }, about: 'document' },
  { id: 'wrongPaper', label: { vi: 'chụp nhầm giấy', en: 'another paper was taken' }, about: 'document' },
  { id: 'cutOff', label: { vi: 'ảnh bị cắt góc', en: 'a corner is cut off' }, about: 'document' },
  { id: 'expired', label: { vi: 'giấy hết hạn', en: 'paper has expired' }, about: 'document' },
  { id: 'originalNeeded', label: { vi: 'cần bản chính', en: 'the original is needed' }, about: 'document' },
  { id: 'differs', label: { vi: 'thông tin không khớp', en: 'what is written differs' }, about: 'field' },
  { id: 'unanswered', label: { vi: 'chưa ghi đủ', en: 'not filled in' }, about: 'field' },
];
