/** What a form says about an answer, by code; `{min}` and `{max}` are filled in. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { FieldErrorCode } from '../src/rules/check-answer.ts';

export const fieldErrorTexts: Readonly<Record<FieldErrorCode, BilingualText>> = {
  missing: { vi: 'Chưa ghi chỗ này.', en: 'This is still empty.' },
  wrongType: { vi: 'Chọn lại chỗ này.', en: 'Please answer this again.' },
  tooLong: { vi: 'Dài quá, tối đa {max} chữ cái.', en: 'Too long: at most {max} characters.' },
  notADate: {
    vi: 'Ngày này không có trong lịch. Ghi như 02/03/1947.',
    en: 'No such date. Write it like 02/03/1947.',
  },
  dateIncomplete: { vi: 'Cần đủ ngày, tháng, năm.', en: 'Day, month and year are all needed.' },
  notATime: { vi: 'Ghi giờ và phút như 1430 hoặc 14:30.', en: 'Write hour and minute like 1430 or 14:30.' },
  notAPhone: {
    vi: 'Số điện thoại chưa đúng. Số di động có 10 chữ số.',
    en: 'Not a telephone number. A mobile number has 10 digits.',
  },
  notAPersonalId: { vi: 'Số định danh có đúng 12 chữ số.', en: 'A personal number has exactly 12 digits.' },
  notAChoice: { vi: 'Chọn một trong các ô.', en: 'Choose one of the boxes.' },
  notANumber: { vi: 'Ghi bằng số, ví dụ 2.', en: 'Write a whole number, such as 2.' },
  numberTooSmall: { vi: 'Ít nhất là {min}.', en: 'At least {min}.' },
  /** The form itself says what does not fit, in both languages. */
  contradicts: { vi: '{vi}', en: '{en}' },
  inFuture: {
    vi: 'Ngày này chưa đến. Xem lại ngày, tháng, năm.',
    en: 'This day is still to come. Check day, month and year.',
  },
  inPast: {
    vi: 'Ngày này đã qua. Ghi một ngày từ hôm nay trở đi.',
    en: 'This day has passed. Write today or a later day.',
  },
  selfByRelative: {
    vi: 'Người thân nộp thì ghi người thân là gì của bác. Bác tự nộp thì đổi lại ở phần Ai nộp.',
    en: 'A relative files: say what the relative is to the person. If nobody else files, change it under “Who lodges”.',
  },
  numberTooLarge: { vi: 'Nhiều nhất là {max}.', en: 'At most {max}.' },
};
