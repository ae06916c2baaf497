/** Thẻ chép beside the portal's window: one row a box, in its order; Enter copies and moves on to the next. */
import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../ui/section.tsx';
import { CopyRow } from './copy-row.tsx';
import styles from './desk.module.css';
import { isWholeForm, listDeskRows } from './list-desk-rows.ts';
import type { Pack } from './read-pack.ts';
import { useClipboard } from '../../ui/use-clipboard.ts';

export function CopyCard({ pack }: { readonly pack: Pack }) {
  const { t, language } = useTranslation();
  const copyText = useClipboard();
  const [copied, setCopied] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const rows = listDeskRows(pack);
  const isWhole = isWholeForm(pack);
  const copy = async (at: number): Promise<void> => {
    const row = rows[at];
    if (!row) return;
    const isDone = await copyText(row.value);
    setSaid(isDone ? t('desk.copied', { label: row.label[language] }) : t('desk.copyRefused'));
    if (!isDone) return;
    setCopied((before) => [...before, row.fieldId]);
    focusButton(list.current, at);
  };
  return (
    <Section title={t(isWhole ? 'desk.wholeForm' : 'desk.copyCard')}>
      {rows.length === 0 ? (
        <p>{t('desk.copyEmpty')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t(isWhole ? 'desk.wholeHint' : 'desk.copyHint')}</p>
          <ol className={styles.rows} ref={list}>
            {rows.map((row, at) => (
              <CopyRow
                key={row.fieldId}
                row={row}
                isCopied={copied.includes(row.fieldId)}
                onCopy={() => void copy(at)}
              />
            ))}
          </ol>
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </>
      )}
    </Section>
  );
}

/** The button of the next row that has something to copy. */
function focusButton(list: HTMLOListElement | null, at: number): void {
  const later = [...(list?.children ?? [])].slice(at + 1);
  const next = later.map((row) => row.querySelector('button')).find((button) => button !== null);
  next?.focus();
}
