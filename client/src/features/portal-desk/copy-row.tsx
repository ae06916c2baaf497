/** One box of the portal: its name, what goes into it, and whether it has been copied. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './desk.module.css';
import type { DeskRow } from './list-desk-rows.ts';

interface CopyRowProps {
  readonly row: DeskRow;
  readonly isCopied: boolean;
  readonly onCopy: () => void;
}

export function CopyRow({ row, isCopied, onCopy }: CopyRowProps) {
  const { t, language } = useTranslation();
  const label = row.label[language];
  const where = row.screen === undefined ? label : `${label} · ${t('desk.screen', { screen: row.screen })}`;
  if (row.value === '')
    return (
      <li className={styles.row}>
        <span className={styles.label}>{where}</span>
        <span className={styles.missing}>{t('desk.missing')}</span>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-copied={isCopied || undefined}
        onClick={onCopy}
        aria-label={`${t('desk.copyRow', { label })}: ${row.value}`}
      >
        <span className={styles.label}>{where}</span>
        <span className={styles.value}>{row.value}</span>
        <Icon name={isCopied ? 'check' : 'copy'} size="small" />
      </button>
    </li>
  );
}
