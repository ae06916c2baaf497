/** The first fifteen minutes of a trainee: who comes, what to do, and by what record it is proved. All people are made up (prefix 099). */
import type { PracticeScenario, Proof, Wish } from '../src/rules/practice-scenario.ts';

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const WALK_IN = `099185004567||Trần Thị Ví Dụ|02031985|Nữ|${HOME}|05112022`;
const ELDER = `099147900321||Lý Thị Tập|02031947|Nữ|${HOME}|05112022`;
const CUT_OFF = `099090000123||Nguyễn Văn Thử|15081990|Nam|${HOME}|20042021`;

const ofPerson: Wish = { path: 'citizen', isPerson: true };
const numberOf = (card: string): Wish => ({ path: 'personalId', oneOf: [card.slice(0, 12)] });
const byCard = (card: string, where: Proof['where']): Proof => ({
  where,
  collection: 'citizen',
  wishes: [numberOf(card), { path: 'enteredBy', oneOf: ['card'] }],
});

export const practiceScenarios: readonly PracticeScenario[] = [
  {
    id: 'walkIn',
    title: { vi: 'Người đến không hẹn', en: 'Somebody walks in' },
    story: {
      vi: 'Chị Trần Thị Ví Dụ đến buổi của tổ, muốn được giúp. Ghi tên chị, lấy số thứ tự, để xã nhận được.',
      en: 'Ms Trần Thị Ví Dụ comes to the team’s session and wants help. Write her down, give her a number, get it to the commune.',
    },
    card: WALK_IN,
    steps: [
      {
        id: 'sessionOpen',
        text: {
          vi: 'Bấm “Buổi” ở dưới cùng, rồi “Mở buổi”.',
          en: 'Press “Sessions” at the bottom, then open one.',
        },
        look: '/buoi',
        proof: { where: 'phone', collection: 'session', wishes: [{ path: 'openedAt' }] },
      },
      {
        id: 'consent',
        text: {
          vi: 'Bấm “Ghi tên để giúp”. Đọc lời xin phép, đánh dấu ô đầu, bấm “Bác đồng ý”.',
          en: 'Press “Write a name to help”. Read the consent, tick the first box, press “They agree”.',
        },
        look: '/nguoi-dan/:person',
        proof: {
          where: 'phone',
          collection: 'consent',
          wishes: [ofPerson, { path: 'purposes' }, { path: 'session' }],
        },
      },
      {
        id: 'card',
        text: {
          vi: 'Chép mã thẻ mẫu ở dưới, dán vào ô “Mã trên thẻ”. Không gõ tay.',
          en: 'Copy the sample card’s code below and paste it into the card’s box. Do not type it.',
        },
        look: '/nguoi-dan/:person',
        proof: byCard(WALK_IN, 'phone'),
      },
      {
        id: 'number',
        text: {
          vi: 'Xem lại rồi bấm “Xong”: chị có số thứ tự trong buổi.',
          en: 'Look it over and press “Done”: she has a number in the session.',
        },
        look: '/buoi',
        proof: {
          where: 'phone',
          collection: 'attendance',
          wishes: [{ path: 'visitors/*', inside: 'citizen', isPerson: true }],
        },
      },
      {
        id: 'received',
        text: {
          vi: 'Chờ vài giây, nhìn dòng trên cùng: “Xã đã nhận hết”.',
          en: 'Wait some seconds and look at the line on top: the commune has received it.',
        },
        look: '/da-gui-chua',
        proof: byCard(WALK_IN, 'commune'),
      },
    ],
  },
  {
    id: 'noPhone',
    title: { vi: 'Bác không có điện thoại', en: 'An elder without a phone' },
    story: {
      vi: 'Bác Lý Thị Tập, 79 tuổi, không có điện thoại, cần bản sao giấy khai sinh. Bác vẫn làm được, đến khi có mã.',
      en: 'Mrs Lý Thị Tập, 79, has no phone and needs a copy of a birth certificate. She can still get it, up to its number.',
    },
    card: ELDER,
    steps: [
      {
        id: 'card',
        text: {
          vi: 'Bấm nút +, “Người mới”. Xin phép, rồi dán mã thẻ mẫu của bác.',
          en: 'Press +, “New person”. Ask for consent, then paste her sample card’s code.',
        },
        look: '/nguoi-dan/:person',
        proof: byCard(ELDER, 'phone'),
      },
      {
        id: 'noPhone',
        text: {
          vi: 'Chỗ điện thoại chọn “không có”. Bấm “Xong”.',
          en: 'At the telephone choose “none”. Press “Done”.',
        },
        look: '/nguoi-dan/:person',
        proof: {
          where: 'phone',
          collection: 'citizen',
          wishes: [numberOf(ELDER), { path: 'phoneOwner', oneOf: ['none'] }],
        },
      },
      {
        id: 'dossier',
        text: {
          vi: 'Bấm vào tên bác để mở trang của bác. Bấm “Hồ sơ mới”, gõ “giay khai sinh”, chọn bản sao, bấm “Làm hồ sơ cho…”.',
          en: 'Press her name to open her page. Press “New dossier”, type “giay khai sinh”, choose the copy, press “Begin for…”.',
        },
        look: '/nguoi-dan/:person',
        proof: { where: 'phone', collection: 'dossier', wishes: [ofPerson, { path: 'procedure' }] },
      },
      {
        id: 'route',
        text: {
          vi: 'Chỗ “Ai nộp” bấm “Chọn”: bác không có điện thoại thì người thân nộp (bịa một tên, là con bác, đã đồng ý), hoặc ra xã nộp giấy. Bấm “Chọn”.',
          en: 'At “Who files” press “Choose”: without a phone a relative files (make up a name, a child of hers, who agrees), or she hands in paper at the commune. Press “Choose”.',
        },
        look: '/nguoi-dan/:person',
        proof: {
          where: 'phone',
          collection: 'dossier',
          wishes: [ofPerson, { path: 'route', oneOf: ['relative', 'counter', 'post'] }],
        },
      },
      {
        id: 'received',
        text: {
          vi: 'Ra khỏi hồ sơ, chờ vài giây: xã nhận được hồ sơ của bác.',
          en: 'Leave the dossier and wait some seconds: the commune receives it.',
        },
        look: '/da-gui-chua',
        proof: { where: 'commune', collection: 'dossier', wishes: [ofPerson, { path: 'route' }] },
      },
      {
        id: 'lodged',
        text: {
          vi: 'Mở lại hồ sơ, trả lời và chụp cho đủ, bấm “Hoàn tất”. Người thân nộp: bấm thay ở dưới để tập. Ra xã nộp giấy: bấm “Đã nộp”, gõ một mã bịa. Chờ hồ sơ hiện “Đã nộp · mã…”.',
          en: 'Open the dossier again, answer and photograph all of it, press “Finish”. A relative files: act for them below, for practice. Paper at the commune: press “Lodged” and type a made-up number. Wait until the dossier says “Lodged · number…”.',
        },
        look: '/nguoi-dan/:person',
        proof: {
          where: 'phone',
          collection: 'dossier',
          wishes: [ofPerson, { path: 'lodging', inside: 'state', oneOf: ['lodged'] }],
        },
      },
    ],
  },
  {
    id: 'noSignal',
    title: { vi: 'Mất sóng giữa chừng', en: 'The signal goes in the middle' },
    story: {
      vi: 'Đang ghi cho anh Nguyễn Văn Thử thì mất sóng. Xem việc đang ghi có còn không.',
      en: 'While you write for Mr Nguyễn Văn Thử the signal goes. See whether the work is still there.',
    },
    card: CUT_OFF,
    steps: [
      {
        id: 'cardOffline',
        text: {
          vi: 'Ở dưới, chọn “Mất sóng”. Rồi ghi anh Thử bằng thẻ mẫu, bấm “Xong”.',
          en: 'Below, choose “No signal”. Then write Mr Thử down by his sample card, press “Done”.',
        },
        look: '/nguoi-dan/:person',
        proof: byCard(CUT_OFF, 'phoneOnly'),
      },
      {
        id: 'dossierOffline',
        text: {
          vi: 'Vẫn mất sóng: bấm vào tên anh để mở trang của anh, bấm “Hồ sơ mới”, chọn một thủ tục, trả lời một câu.',
          en: 'Still no signal: press his name to open his page, press “New dossier”, choose a procedure, answer one question.',
        },
        look: '/nguoi-dan/:person',
        proof: { where: 'phoneOnly', collection: 'dossier', wishes: [ofPerson, { path: 'answers/*' }] },
      },
      {
        id: 'stillThere',
        text: {
          vi: 'Bấm “Tắt mở lại trang” ở dưới. Việc đang ghi vẫn còn.',
          en: 'Press “Close and open the page” below. The work is still there.',
        },
        look: '/nguoi-dan/:person',
        proof: {
          where: 'phoneOnly',
          collection: 'consent',
          wishes: [ofPerson, { path: 'at', isBeforePage: true }],
        },
      },
      {
        id: 'personReceived',
        text: {
          vi: 'Chọn lại “Sóng tốt”, chờ vài giây: xã nhận được anh Thử.',
          en: 'Choose “Good signal” again and wait some seconds: the commune receives Mr Thử.',
        },
        look: '/da-gui-chua',
        proof: byCard(CUT_OFF, 'commune'),
      },
      {
        id: 'dossierReceived',
        text: {
          vi: 'Và nhận được cả hồ sơ đang làm dở.',
          en: 'And the unfinished dossier too.',
        },
        look: '/da-gui-chua',
        proof: { where: 'commune', collection: 'dossier', wishes: [ofPerson, { path: 'answers/*' }] },
      },
    ],
  },
];
