/** Why a fee is what it is, in one line each. Amounts in the blanks are formatted before they are filled in. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { ExemptGroup, FeeKey } from '../src/rules/fees.ts';

export const feeTexts: Readonly<Record<FeeKey, BilingualText>> = {
  'fee.flat': { vi: '{amount} một hồ sơ', en: '{amount} for the dossier' },
  'fee.perCopy': { vi: '{amount} × {copies} bản = {total}', en: '{amount} × {copies} copies = {total}' },
  'fee.perPage': {
    vi: '{pages} trang: {perCopy} một bản × {copies} bản = {total}',
    en: '{pages} pages: {perCopy} a copy × {copies} copies = {total}',
  },
  'fee.capped': {
    vi: '{pages} trang, mức cao nhất {perCopy} một bản × {copies} bản = {total}',
    en: '{pages} pages, at the highest rate of {perCopy} a copy × {copies} copies = {total}',
  },
  'fee.free': { vi: 'Miễn lệ phí', en: 'No fee' },
  'fee.setByProvince': { vi: '{amount} khi nộp trực tuyến', en: '{amount} when filed online' },
  'fee.multiplied': {
    vi: 'Tỉnh tính theo hệ số {factor}: {amount}',
    en: 'Times {factor} in this province: {amount}',
  },
  'fee.subsidised': {
    vi: 'Nộp trực tuyến được hỗ trợ {percent} %: còn {amount}',
    en: 'Filed online, {percent} % is paid by the province: {amount} left',
  },
  'fee.exempt': { vi: 'Được miễn vì là {group}', en: 'Exempt as {group}' },
  'fee.mayBeExempt': {
    vi: 'Có thể được miễn vì là {group}: hỏi Trung tâm Phục vụ hành chính công',
    en: 'May be exempt as {group}: ask the public service centre',
  },
  'fee.decidedByCouncil': {
    vi: 'Do HĐND tỉnh quy định – hỏi Trung tâm Phục vụ hành chính công',
    en: 'Set by the provincial council – ask the public service centre',
  },
  'fee.countsNeeded': {
    vi: 'Cần biết số bản và số trang mới tính được',
    en: 'The number of copies and pages is needed first',
  },
};

export const exemptGroupTexts: Readonly<Record<ExemptGroup, BilingualText>> = {
  nguoiCoCong: { vi: 'người có công', en: 'a person with merit' },
  hoNgheo: { vi: 'hộ nghèo', en: 'a poor household' },
  canNgheo: { vi: 'hộ cận nghèo', en: 'a near-poor household' },
  nguoiKhuyetTat: { vi: 'người khuyết tật', en: 'a person with a disability' },
  treEm: { vi: 'trẻ em', en: 'a child' },
  nguoiCaoTuoi: { vi: 'người cao tuổi', en: 'an elderly person' },
  dtts: { vi: 'đồng bào dân tộc thiểu số ở xã khó khăn', en: 'an ethnic minority in a difficult commune' },
};
