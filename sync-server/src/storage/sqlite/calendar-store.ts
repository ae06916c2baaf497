/** A commune's own calendar in SQLite. Whether it makes sense is decided elsewhere. */
import type { CalendarStore } from '../store.ts';
import { idToBytes } from './id-bytes.ts';
import type { Db } from './open-database.ts';

interface CalendarColumns {
  version: number;
  body: string;
}

export function createCalendarStore(db: Db): CalendarStore {
  const find = db.prepare<[number], CalendarColumns>(
    'SELECT version, body FROM office_calendar WHERE commune_n = ?',
  );
  const put = db.prepare(
    `INSERT INTO office_calendar (commune_n, version, body, entered_by, entered_at)
     VALUES (@communeN, @version, @body, @enteredBy, @enteredAt)
     ON CONFLICT (commune_n) DO UPDATE SET version = excluded.version, body = excluded.body,
       entered_by = excluded.entered_by, entered_at = excluded.entered_at
     WHERE office_calendar.version = excluded.version - 1`,
  );
  return {
    async findCalendar(communeN) {
      return find.get(communeN);
    },
    async putCalendar({ enteredBy, ...row }) {
      const isFirst = row.version === 1 || find.get(row.communeN) !== undefined;
      return isFirst && put.run({ ...row, enteredBy: enteredBy && idToBytes(enteredBy) }).changes === 1;
    },
  };
}
