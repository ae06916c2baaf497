/** The lodged dossiers behind a share: when, which procedure, which way, on whose word. Whose they are is not in it. */
import type { ReactNode } from 'react';
import { findProcedure } from '#data/procedures';
import { routeTexts } from '#data/route-texts';
import type { LodgedRow } from '#shared/contracts/review';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DataTable } from '../../ui/data-table.tsx';

interface LodgedTableProps {
  readonly caption: string;
  readonly rows: readonly LodgedRow[];
  /** `yyyy-mm-dd` of the figures. */
  readonly today: string;
  readonly lastColumn: string;
  readonly describeLast: (row: LodgedRow, at: number) => ReactNode;
}

/** More than this is for the one-stop's own software. */
const LONGEST = 200;

export function LodgedTable({ caption, rows, today, lastColumn, describeLast }: LodgedTableProps) {
  const { t, language } = useTranslation();
  if (rows.length === 0) return <p>{t('review.noneCounted')}</p>;
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          { key: 'procedure', label: t('review.column.procedure') },
          { key: 'day', label: t('review.column.day') },
          { key: 'route', label: t('review.column.route') },
          { key: 'last', label: lastColumn },
        ]}
        rows={rows.slice(0, LONGEST).map((row, at) => ({
          key: String(at),
          cells: [
            findProcedure(row.procedure)?.name[language] ??
              t('desk.unknownProcedure', { code: row.procedure }),
            formatShortDay(dayOfInstant(row.lodgedAt), today),
            row.route ? routeTexts[row.route].name[language] : '–',
            describeLast(row, at),
          ],
        }))}
      />
      {rows.length > LONGEST && <p>{t('review.moreRows', { count: rows.length - LONGEST })}</p>}
    </>
  );
}
