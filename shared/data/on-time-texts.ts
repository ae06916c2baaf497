/** Why a dossier counts as late, and what an officer is told while something can still be done about it. */
import type { BilingualText } from '../src/rules/bilingual-text.ts';
import type { LateCause, ReminderKey } from '../src/rules/on-time.ts';

export const onTimeTexts: Readonly<Record<LateCause | ReminderKey, BilingualText>> = {
  'late.supplementedTwice': {
    vi: 'Yêu cầu bổ sung hơn một lần: tính là trễ hạn',
    en: 'More papers were asked for more than once: counts as late',
  },
  'late.recordedLate': {
    vi: 'Trả đúng hạn nhưng kết thúc trễ trên phần mềm',
    en: 'Handed over on time, recorded late in the software',
  },
  'late.finishedLate': { vi: 'Giải quyết xong sau hẹn trả', en: 'Finished after the due date' },
  'late.stillOpen': { vi: 'Quá hẹn trả, chưa xong', en: 'Past the due date and not finished' },
  'reminder.closeOnSoftware': {
    vi: '{count} hồ sơ trả tay rồi nhưng chưa kết thúc trên phần mềm',
    en: 'Handed over but not yet closed in the software: {count}',
  },
  'reminder.overdue': { vi: '{count} hồ sơ đã quá hẹn trả', en: 'Past the due date: {count}' },
  'reminder.dueSoon': { vi: '{count} hồ sơ tới hạn trong 3 ngày', en: 'Due within three days: {count}' },
};
