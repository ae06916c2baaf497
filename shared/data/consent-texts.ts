/**
 * What is read aloud before anything is written down, by version. A text that somebody has said yes to never changes:
 * a new wording is a new version. Basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, NĐ 356/2025/NĐ-CP.
 */
import type { ConsentText } from '../src/rules/consent-text.ts';

export const consentTexts: readonly ConsentText[] = [
  {
    version: '1',
    sentence: {
      vi: 'Tôi là {helper}, tổ công nghệ số {hamlet}. Tôi xin ghi họ tên, ngày sinh, số căn cước và số điện thoại của bác để {purpose}. Ủy ban xã giữ những điều này, chỉ cán bộ phụ trách được xem, xong việc thì xóa. Bác không đồng ý thì tôi vẫn hướng dẫn. Đổi ý lúc nào cũng được, bác gọi {phone}. Tôi không hỏi mật khẩu, không hỏi mã OTP, không thu tiền. Bác có đồng ý không?',
      en: 'I am {helper}, of the community digital team of {hamlet}. I ask to write down your name, date of birth, ID number and telephone number in order to {purpose}. The commune keeps them, only the officer in charge may see them, and they are deleted when the work is done. If you say no, I still show you how. You may change your mind at any time: call {phone}. I never ask for a password or an OTP code, and I take no money. Do you agree?',
    },
    roomSentence: {
      vi: 'Thưa bà con, tôi là {helper}, tổ công nghệ số {hamlet}. Ai cần giúp {purpose} thì tổ xin ghi họ tên, ngày sinh, số căn cước và số điện thoại. Ủy ban xã giữ, chỉ cán bộ phụ trách được xem, xong việc thì xóa. Ai không muốn ghi thì vẫn được hướng dẫn. Đổi ý thì gọi {phone}. Tổ không hỏi mật khẩu, không hỏi mã OTP, không thu tiền. Đến lượt, tôi sẽ hỏi lại từng người.',
      en: 'Good day, everybody. I am {helper}, of the community digital team of {hamlet}. From those who want help to {purpose} we ask to write down name, date of birth, ID number and telephone number. The commune keeps them, only the officer in charge may see them, and they are deleted when the work is done. Whoever does not want this is still shown how. To change your mind call {phone}. The team never asks for a password or an OTP code, and takes no money. I shall ask each of you again in turn.',
    },
    full: {
      vi: 'Ghi gì: họ tên, ngày sinh, giới tính, số căn cước, nơi cư trú như trên thẻ, số điện thoại, nội dung hồ sơ và giấy tờ của hồ sơ đó. Không ghi mật khẩu, không chụp thẻ căn cước. Để làm gì: chỉ những việc bác đã đồng ý ở trên, từng việc một. Ai giữ: Ủy ban nhân dân xã; tổ viên chỉ giữ trên máy đã khóa cho đến khi gửi xong. Ai xem: cán bộ phụ trách; Công an xã chỉ khi bác đồng ý hẹn làm mức 2. Giữ bao lâu: đến khi xong việc, trừ giấy tờ bác muốn giữ cho lần sau. Quyền của bác: xem, sửa, lấy một bản, rút lại đồng ý, yêu cầu xóa, khiếu nại. Gọi {phone} hoặc đến Bộ phận Một cửa của xã. Rút lại đồng ý không làm mất kết quả đã có. Trẻ em thì cha mẹ hoặc người giám hộ đồng ý; từ 7 tuổi hỏi cả ý trẻ.',
      en: 'What is written down: name, date of birth, sex, ID number, residence as printed on the card, telephone number, the content of the dossier and its papers. No password is written down and the ID card is not photographed. What for: only what you said yes to above, each by itself. Who keeps it: the commune People’s Committee; a helper keeps it on a locked phone until it has been sent. Who sees it: the officer in charge; the commune police only if you agreed to an appointment for level 2. How long: until the work is done, except papers that you want kept for next time. Your rights: to see, correct, have a copy, withdraw consent, have it deleted, complain. Call {phone} or come to the one-stop desk. Withdrawing takes away no result that you already have. For a child a parent or guardian agrees; from 7 years the child is asked too.',
    },
    purposes: [
      {
        id: 'prepare',
        isOn: false,
        label: { vi: 'Ghi để làm hồ sơ, tài khoản', en: 'To prepare a dossier or an account' },
        spoken: { vi: 'giúp bác làm hồ sơ, tài khoản', en: 'help you with a dossier or an account' },
      },
      {
        id: 'policeReferral',
        isOn: false,
        label: { vi: 'Báo Công an xã để hẹn làm mức 2', en: 'To tell the commune police, for level 2' },
        spoken: {
          vi: 'hẹn Công an xã làm VNeID mức 2 cho bác',
          en: 'make an appointment with the commune police for VNeID level 2',
        },
      },
      {
        id: 'authorisedFiling',
        isOn: false,
        label: { vi: 'Gửi hồ sơ thay theo ủy quyền', en: 'To file for you under an authorisation' },
        spoken: {
          vi: 'gửi hồ sơ thay bác theo quyết định ủy quyền của xã',
          en: "file for you under the commune's authorisation",
        },
      },
      {
        id: 'keepPapers',
        isOn: false,
        label: { vi: 'Giữ giấy tờ cho lần sau', en: 'To keep papers for next time' },
        spoken: { vi: 'giữ giấy tờ của bác cho lần làm sau', en: 'keep your papers for next time' },
      },
    ],
    answers: [
      { id: 'spoken', label: { vi: 'Nói', en: 'Aloud' } },
      { id: 'thumb', label: { vi: 'Điểm chỉ', en: 'Thumb mark' } },
      { id: 'relative', label: { vi: 'Người thân', en: 'Before a relative' } },
    ],
  },
];

/** The version that is read today. */
export const currentConsentVersion = '1';

export function findConsentText(version: string): ConsentText | undefined {
  return consentTexts.find((text) => text.version === version);
}
