/** The shares of the month in which a week ends: a report on November that is written in December says what November was. */
import type { OfficeTimes } from '#data/office-times';
import type { ReviewReply } from '#shared/contracts/review';
import { getVietnamInstant } from '#shared/rules/office-days';
import { findOnline, findOnTime } from '../month-figures.ts';
import type { MonthShares } from './describe-week.ts';

/** `to`: the week's last day, `yyyy-mm-dd`. */
export function findMonthShares(
  { at: madeAt, lodged }: Pick<ReviewReply, 'at' | 'lodged'>,
  to: string,
  times: OfficeTimes,
): MonthShares {
  const month = to.slice(0, 7);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  const at = Math.min(madeAt, getVietnamInstant(next, '00:00') - 1);
  return { month, online: findOnline({ at, lodged }), onTime: findOnTime({ at, lodged }, times) };
}
