/** Why a fee is what it is, in one line each. Amounts in the blanks are formatted before they are filled in. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { ExemptGroup } from '../src/rules/fee-rule.ts';
import type { FeeKey } from '../src/rules/fees.ts';

export const feeTexts: Readonly<Record<FeeKey, BilingualText>> = {
  'fee.flat': { vi: '{amount} một hồ sơ', en: '{amount} for the dossier' },
  'fee.perCopy': { vi: '{amount} × {copies} bản = {total}', en: '{amount} × {copies} copies = {total}' },
  'fee.perPage': {
    vi: '{pages} trang: {perCopy} một bản × {copies} bản = {total}',
    en: '{pages} pages: {perCopy} a copy × {copies} copies = {total}',
  },
  'fee.perPerson': {
    vi: '{amount} × {people} người trong danh sách = {total}',
    en: '{amount} × {people} people on the list = {total}',
  },
  'fee.ratePerCopy': { vi: '{amount} một bản', en: '{amount} a copy' },
  'fee.ratePerPage': { vi: '{amount} một trang', en: '{amount} a page' },
  'fee.rateFromPage': {
    vi: 'từ trang thứ {fromPage} trở đi {amount} một trang',
    en: 'from page {fromPage} on {amount} a page',
  },
  'fee.rateCap': { vi: 'cao nhất {cap} một bản', en: 'at most {cap} a copy' },
  'fee.ratePerPerson': {
    vi: '{amount} một người trong danh sách',
    en: '{amount} for each person on the list',
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
  'fee.decidedByCouncil': {
    vi: 'Do HĐND tỉnh quy định – hỏi Trung tâm Phục vụ hành chính công',
    en: 'Set by the provincial council – ask the public service centre',
  },
  'fee.countsNeeded': {
    vi: 'Cần biết số bản và số trang mới tính được',
    en: 'The number of copies and pages is needed first',
  },
  'fee.peopleNeeded': {
    vi: 'Cần biết bao nhiêu người trong danh sách mới tính được',
    en: 'The number of people on the list is needed first',
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

/** What shows that somebody is of the group: brought along, looked at by the officer, kept by nobody here. */
export const exemptProofTexts: Readonly<Record<ExemptGroup, BilingualText>> = {
  nguoiCoCong: { vi: 'giấy xác nhận người có công', en: 'the confirmation of merit' },
  hoNgheo: { vi: 'giấy chứng nhận hộ nghèo', en: 'the certificate of a poor household' },
  canNgheo: { vi: 'giấy chứng nhận hộ cận nghèo', en: 'the certificate of a near-poor household' },
  nguoiKhuyetTat: { vi: 'giấy xác nhận khuyết tật', en: 'the confirmation of disability' },
  treEm: { vi: 'giấy khai sinh hoặc số định danh của trẻ', en: 'the birth certificate or personal number' },
  nguoiCaoTuoi: { vi: 'thẻ căn cước có ngày sinh', en: 'the ID card with the date of birth' },
  dtts: {
    vi: 'giấy tờ có ghi dân tộc, và xã ở trong danh sách xã khó khăn',
    en: 'a paper that names the ethnicity; the commune must be on the list of difficult ones',
  },
};
