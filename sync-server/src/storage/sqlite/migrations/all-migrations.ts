/** The forward-only list of table versions: its order is history, so entries are added at the end and never edited. */
import { firstTables } from './first-tables.ts';
import { followNumbers } from './follow-numbers.ts';
import { keepCalendar } from './keep-calendar.ts';
import { keepDelegation } from './keep-delegation.ts';
import { keepSetAside } from './keep-set-aside.ts';

export const allMigrations: readonly string[] = [
  firstTables,
  keepSetAside,
  keepCalendar,
  followNumbers,
  keepDelegation,
];
