/** Rows with figures to compare. On a phone each row becomes a small card with its column names. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './data-table.module.css';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** Figures stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end';
}

export interface TableRow {
  readonly key: string;
  /** In the order of the columns; the first names the row. */
  readonly cells: readonly ReactNode[];
  /** Makes the whole row a link. */
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
}

interface DataTableProps {
  /** Heard, not shown. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-current={row.current || undefined}>
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} isName={at === 0} row={row}>
                {row.cells[at]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly column: TableColumn;
  readonly row: TableRow;
  readonly isName: boolean;
  readonly children: ReactNode;
}

function Cell({ column, row, isName, children }: CellProps) {
  if (!isName)
    return (
      <td data-align={column.align} data-label={column.label}>
        {children}
      </td>
    );
  return (
    <th scope="row">
      {row.href === undefined ? (
        children
      ) : (
        <Link href={row.href} className={styles.link} aria-current={row.current ? 'true' : undefined}>
          {children}
        </Link>
      )}
    </th>
  );
}
