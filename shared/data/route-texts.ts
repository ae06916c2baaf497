/** The eight ways to lodge, in the words of the screen, and what each may still need. */
import type { Route } from '../src/model/dossier.ts';
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { RouteNeed } from '../src/rules/routes.ts';

export const routeTexts: Readonly<
  Record<Route, { readonly name: BilingualText; readonly who: BilingualText }>
> = {
  selfOwnPhone: {
    name: { vi: 'Tự nộp trên máy của bác', en: 'Files on own phone' },
    who: { vi: 'Bác đăng nhập VNeID của mình và tự bấm nộp.', en: 'Signs in with own VNeID and files.' },
  },
  selfAtSession: {
    name: { vi: 'Tự nộp trên máy tính của tổ', en: "Files on the team's laptop" },
    who: {
      vi: 'Bác quét mã bằng VNeID của mình, nộp xong thì đăng xuất.',
      en: 'Scans the code with own VNeID, files, then signs out.',
    },
  },
  relative: {
    name: { vi: 'Con hoặc người thân nộp', en: 'A relative files' },
    who: {
      vi: 'Người thân nộp bằng VNeID của chính người đó.',
      en: "The relative files with the relative's own VNeID.",
    },
  },
  assistedAtCentre: {
    name: { vi: 'Ra xã, cán bộ giúp nộp trên máy', en: 'Files at the commune, with help' },
    who: {
      vi: 'Bác mang điện thoại ra xã, cán bộ ngồi bên để bác tự nộp.',
      en: 'Brings the phone to the commune and files beside an officer.',
    },
  },
  counter: {
    name: { vi: 'Ra xã nộp giấy', en: 'Hands in paper at the commune' },
    who: { vi: 'Cán bộ một cửa nhận hồ sơ giấy.', en: 'The one-stop officer takes the paper.' },
  },
  post: {
    name: { vi: 'Gửi qua bưu điện', en: 'Sends by public post' },
    who: { vi: 'Nhân viên bưu điện nhận giấy và gửi đi.', en: 'The postal clerk takes the papers.' },
  },
  authorisedForward: {
    name: { vi: 'Tổ gửi thẳng theo ủy quyền', en: 'The team files under an authorisation' },
    who: {
      vi: 'Chỉ khi xã có quyết định ủy quyền và bác đồng ý.',
      en: 'Only with a decision in force and with consent.',
    },
  },
  policeInPerson: {
    name: { vi: 'Bác đến Công an xã', en: 'Goes to the commune police' },
    who: {
      vi: 'Chụp mặt và lấy vân tay, không ai làm thay được.',
      en: 'Face and fingerprints: nobody can do it instead.',
    },
  },
};

export const routeNeedTexts: Readonly<Record<RouteNeed, BilingualText>> = {
  appointment: { vi: 'hẹn ngày', en: 'an appointment' },
  authorisation: { vi: 'quyết định ủy quyền còn hiệu lực', en: 'an authorisation in force' },
  card: { vi: 'thẻ căn cước', en: 'the ID card' },
  consent: { vi: 'bác đồng ý cho tổ gửi thay', en: 'consent to filing by the team' },
  familyAuthorisation: { vi: 'giấy bác ủy quyền', en: 'a written authorisation' },
  ownPhone: { vi: 'điện thoại của bác', en: 'own phone' },
  ownSim: { vi: 'SIM chính chủ', en: 'a SIM in own name' },
  postAgreement: { vi: 'xã đã thỏa thuận với bưu điện', en: 'an agreement with the post office' },
  relative: { vi: 'người thân có VNeID mức 2', en: 'a relative with VNeID level 2' },
  signal: { vi: 'có sóng', en: 'signal' },
  signOut: { vi: 'nộp xong thì đăng xuất VNeID', en: 'signing out afterwards' },
  teamLaptop: { vi: 'máy tính của tổ', en: "the team's laptop" },
  vneidLevel2: { vi: 'VNeID mức 2', en: 'VNeID level 2' },
};
