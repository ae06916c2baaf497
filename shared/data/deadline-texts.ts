/** Why a result is due when it is, in one line each. Days and hours in the blanks are written out before they are filled in. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { DeadlineKey } from '../src/rules/deadlines.ts';

export const deadlineTexts: Readonly<Record<DeadlineKey, BilingualText>> = {
  'deadline.received': { vi: 'Nhận ngày {day}', en: 'Received on {day}' },
  'deadline.afterCutOff': {
    vi: 'Nộp sau {hour}: tính là nhận ngày {day}',
    en: 'After {hour}: counts as received on {day}',
  },
  'deadline.outOfHours': {
    vi: 'Nộp ngoài giờ: tính là nhận ngày {day}',
    en: 'Out of hours: counts as received on {day}',
  },
  'deadline.hour': { vi: 'Thời hạn {count} giờ', en: 'Term in hours: {count}' },
  'deadline.sameDay': { vi: 'Trả trong ngày nhận', en: 'Handed back on the day of receipt' },
  'deadline.workingDay': { vi: 'Thời hạn {count} ngày làm việc', en: 'Term in working days: {count}' },
  'deadline.day': { vi: 'Thời hạn {count} ngày', en: 'Term in days: {count}' },
  'deadline.month': { vi: 'Thời hạn {count} tháng', en: 'Term in months: {count}' },
  'deadline.printed': {
    vi: 'Theo hẹn trả ghi trên giấy tiếp nhận: {day}',
    en: 'As printed on the official receipt: {day}',
  },
  'deadline.supplemented': {
    vi: 'Không tính thời gian chờ bổ sung ({count} lần)',
    en: 'Waiting for more papers is not counted (times: {count})',
  },
  'deadline.paid': {
    vi: 'Không tính thời gian chờ nộp tiền ({count} lần)',
    en: 'Waiting for the fee is not counted (times: {count})',
  },
  'deadline.waitingForPayment': {
    vi: 'Chờ người dân nộp tiền từ ngày {day}, chưa tính tiếp',
    en: 'Waiting for the fee since {day}: the clock stands still',
  },
  'deadline.waiting': {
    vi: 'Chờ bổ sung từ ngày {day}, chưa tính tiếp',
    en: 'Waiting for more papers since {day}: the clock stands still',
  },
  'deadline.movedFrom': {
    vi: 'Hết hạn vào ngày nghỉ {day}: trả vào ngày làm việc sau đó',
    en: 'The term ends on {day}, a day off: due on the next working day',
  },
  'deadline.holidays': { vi: 'Nghỉ lễ: {days}', en: 'Public holidays: {days}' },
  'deadline.maybeClosed': { vi: '{days} có thể nghỉ, gọi trước', en: '{days} may be a holiday, call first' },
  'deadline.calendarEnds': {
    vi: 'Chưa có lịch nghỉ sau ngày {day}, gọi trước',
    en: 'Holidays after {day} are not known yet, call first',
  },
};
