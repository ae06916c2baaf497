/** English for vi/format.ts; dates stay day first, as on every paper here. */
import type { Translated } from '../message-types.ts';
import type { format as source } from '../vi/format.ts';

export const format = {
  'weekday.0': 'Sunday',
  'weekday.1': 'Monday',
  'weekday.2': 'Tuesday',
  'weekday.3': 'Wednesday',
  'weekday.4': 'Thursday',
  'weekday.5': 'Friday',
  'weekday.6': 'Saturday',
  weekdayAndDay: '{weekday}, {day}',
  nearDay: '{weekday} {day}',
  dayAndTime: '{time}, {day}',
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  dayAfterTomorrow: 'In two days',
  dayBeforeYesterday: 'Two days ago',
  money: '{amount} đồng',
  'size.underPhoto': 'less than one Zalo photo',
  'size.photos': { one: 'about {count} Zalo photo', other: 'about {count} Zalo photos' },
} as const satisfies Translated<typeof source>;
