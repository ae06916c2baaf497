/** What the screen says about a doubt on a card: what to look at, never whose fault it is. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { CardWarningCode } from '../src/rules/card-warning.ts';
import type { CardError } from '../src/rules/id-card.ts';

export const cardWarningTexts: Readonly<Record<CardWarningCode, BilingualText>> = {
  ageUnlikely: { vi: 'Hơn 120 tuổi. Xem lại năm sinh?', en: 'Over 120 years old. Check the birth year?' },
  birthDateMissing: { vi: 'Thẻ không có ngày sinh. Ghi tay giúp bác.', en: 'No date of birth on the card. Write it in.' },
  birthDateUnreadable: { vi: 'Ngày sinh không đọc được. Xem thẻ rồi ghi tay.', en: 'The date of birth was not read. Write it in from the card.' },
  birthDateYearOnly: { vi: 'Thẻ ghi ngày 01/01. Đúng ngày ấy hay chỉ biết năm?', en: 'The card says 1 January. That very day, or only the year?' },
  birthYearDiffers: { vi: 'Năm sinh khác với số thẻ. Xem lại?', en: 'The birth year differs from the number. Check?' },
  bornInFuture: { vi: 'Ngày sinh sau hôm nay. Xem lại ngày sinh và giờ của máy.', en: 'Born after today. Check the date, and the clock of this phone.' },
  issueDateUnreadable: { vi: 'Ngày cấp không đọc được.', en: 'The date of issue was not read.' },
  issuedBeforeBirth: { vi: 'Ngày cấp trước ngày sinh. Xem lại?', en: 'Issued before birth. Check?' },
  issuedInFuture: { vi: 'Ngày cấp sau hôm nay. Xem lại ngày cấp và giờ của máy.', en: 'Issued after today. Check the date, and the clock of this phone.' },
  layoutUnknown: { vi: 'Thẻ mới có thứ tự lạ: chỉ lấy được số thẻ. Ghi tay phần còn lại.', en: 'A new card in an unknown order: only the number was read. Write in the rest.' },
  nameMissing: { vi: 'Chưa có họ tên. Xem thẻ rồi ghi tay.', en: 'The name is missing. Write it in from the card.' },
  nameNeedsCheck: { vi: 'Họ tên có thể sai dấu. So với thẻ giúp.', en: 'The name may have lost its marks. Compare it with the card.' },
  nameTooLong: { vi: 'Họ tên trên mã dài khác thường, chỉ lấy phần đầu. So với thẻ rồi ghi tay.', en: 'The name in the code is unusually long; only its beginning was taken. Compare it with the card and write it in.' },
  oldIdNumberUnreadable: { vi: 'Số chứng minh cũ không đọc được.', en: 'The former number was not read.' },
  prefixUnassigned: { vi: 'Ba số đầu không phải mã của tỉnh nào. Xem lại số thẻ?', en: 'The first three digits belong to no province. Check the number?' },
  residenceMissing: { vi: 'Thẻ không có nơi thường trú. Hỏi bác rồi ghi tay.', en: 'No residence on the card. Ask, and write it in.' },
  residenceTooLong: { vi: 'Nơi thường trú trên mã dài khác thường, chỉ lấy phần đầu. So với thẻ giúp.', en: 'The residence in the code is unusually long; only its beginning was taken. Compare it with the card.' },
  sexOrCenturyDiffers: { vi: 'Kiểm tra lại giới tính, năm sinh: khác với số thẻ.', en: 'Check sex and birth year: they differ from the number.' },
  sexUnreadable: { vi: 'Chưa rõ nam hay nữ. Chọn giúp.', en: 'Male or female was not read. Choose.' },
  underFourteen: { vi: 'Dưới 14 tuổi: cha mẹ hoặc người giám hộ đồng ý thay.', en: 'Under 14: a parent or guardian agrees.' },
}; // prettier-ignore

export const cardErrorTexts: Readonly<Record<CardError['type'], BilingualText>> = {
  wrongFieldCount: {
    vi: 'Đây không phải mã trên thẻ căn cước. Mã CCCD ở mặt trước, thẻ Căn cước mới ở mặt sau.',
    en: 'This is not the code of an ID card. It is on the front of a CCCD and on the back of the new card.',
  },
  notTwelveDigits: {
    vi: 'Số trên mã không đủ 12 chữ số. Quét lại, hoặc nhập 3 ô.',
    en: 'The number has not 12 digits. Scan again, or type three boxes.',
  },
  realCard: {
    vi: 'Thẻ thật: không dùng khi tập. Dùng thẻ mẫu trong “Bài tập”.',
    en: 'A real card: not for practice. Use a sample card from “Practice”.',
  },
};
