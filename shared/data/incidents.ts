/** What goes wrong at a session, ready to tap, and the things a team takes along. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';

export const equipmentIds = [
  'laptop',
  'scanner',
  'phone',
  'printer',
  'router4g',
  'powerBank',
  'extensionCord',
  'loudspeaker',
  'slipPad',
  'memberCards',
  'poster',
  'magnifier',
] as const;
export type EquipmentId = (typeof equipmentIds)[number];

export interface Equipment {
  /** Append-only: records carry it. */
  readonly id: EquipmentId;
  readonly label: BilingualText;
  /** Ticked in the list of a new session. */
  readonly isUsual: boolean;
}

export const equipment: readonly Equipment[] = [
  { id: 'laptop', label: { vi: 'Máy tính xách tay', en: 'Laptop' }, isUsual: true },
  { id: 'scanner', label: { vi: 'Máy quét', en: 'Scanner' }, isUsual: true },
  { id: 'phone', label: { vi: 'Điện thoại của tổ', en: "The team's phone" }, isUsual: true },
  { id: 'printer', label: { vi: 'Máy in', en: 'Printer' }, isUsual: false },
  { id: 'router4g', label: { vi: 'Bộ phát 4G', en: '4G router' }, isUsual: true },
  { id: 'powerBank', label: { vi: 'Sạc dự phòng', en: 'Power bank' }, isUsual: true },
  { id: 'extensionCord', label: { vi: 'Ổ cắm kéo dài', en: 'Extension cord' }, isUsual: true },
  { id: 'loudspeaker', label: { vi: 'Loa cầm tay', en: 'Loudspeaker' }, isUsual: false },
  { id: 'slipPad', label: { vi: 'Tập phiếu có số', en: 'Numbered slip pad' }, isUsual: true },
  { id: 'memberCards', label: { vi: 'Thẻ tổ viên', en: 'Member cards' }, isUsual: true },
  { id: 'poster', label: { vi: 'Tờ rơi, áp phích', en: 'Leaflets and posters' }, isUsual: false },
  {
    id: 'magnifier',
    label: { vi: 'Kính lúp, kính lão', en: 'Magnifier and reading glasses' },
    isUsual: false,
  },
];

export interface IncidentPreset {
  /** Append-only: records carry it. */
  readonly id: string;
  readonly label: BilingualText;
  /** Which thing was at fault, for the register of equipment. */
  readonly device?: EquipmentId;
}

export const incidentPresets: readonly IncidentPreset[] = [
  { id: 'noSignal', label: { vi: 'Mất sóng', en: 'No signal' } },
  { id: 'slowLine', label: { vi: 'Mạng chập chờn', en: 'Unsteady line' }, device: 'router4g' },
  { id: 'powerCut', label: { vi: 'Mất điện', en: 'Power cut' } },
  { id: 'portalDown', label: { vi: 'Cổng Dịch vụ công không vào được', en: 'The national portal is down' } },
  { id: 'vneidDown', label: { vi: 'VNeID báo lỗi', en: 'VNeID reports a fault' } },
  { id: 'scannerJam', label: { vi: 'Máy quét kẹt giấy', en: 'Scanner jammed' }, device: 'scanner' },
  { id: 'scannerFault', label: { vi: 'Máy quét hỏng', en: 'Scanner broken' }, device: 'scanner' },
  {
    id: 'printerFault',
    label: { vi: 'Máy in hỏng, hết mực', en: 'Printer broken or out of ink' },
    device: 'printer',
  },
  { id: 'laptopFault', label: { vi: 'Máy tính hỏng', en: 'Laptop broken' }, device: 'laptop' },
  {
    id: 'phoneFault',
    label: { vi: 'Điện thoại hỏng, hết pin', en: 'Phone broken or flat' },
    device: 'phone',
  },
  { id: 'tooManyPeople', label: { vi: 'Đông quá, không giúp kịp', en: 'More people than could be helped' } },
  { id: 'membersMissing', label: { vi: 'Thiếu tổ viên', en: 'Members missing' } },
  { id: 'weather', label: { vi: 'Mưa bão, đổi chỗ', en: 'Weather, moved elsewhere' } },
  { id: 'fraudReport', label: { vi: 'Bà con báo có người giả danh', en: 'Somebody posed as the team' } },
  { id: 'other', label: { vi: 'Việc khác', en: 'Something else' } },
];
