/** Dates, numbers and money as they are written in Vietnam. Formats only: rounds no amount of money and has no clock. */
import type { PartialDate } from './partial-date.ts';

/** `1947-03-02` → `02/03/1947`, `1947-03` → `03/1947`, `1947` → `1947`. */
export function formatDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** `1234567.5` → `1.234.567,5`; `decimals` fixes the places after the comma, otherwise they stay as they are. */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  const text = decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const sign = value < 0 && Number(text) !== 0 ? '-' : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return sign + (fraction === undefined ? grouped : `${grouped},${fraction}`);
}

/** Whole đồng: `1234567` → `1.234.567 đ`, with a space that does not break the line. */
export function formatDong(amount: number): string {
  return `${formatNumber(amount)}\u00a0đ`;
}

/** A share of 0-1 in percent, two places as the official index has them: `0.1029` → `10,29 %`. */
export function formatPercent(share: number, decimals = 2): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, decimals)}\u00a0%` : '';
}
