/** Draws the short message of `notices`, with undo; it waits as long as somebody points at it or has focus in it. */
import { type FocusEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { findNotice, hideNotice, type ShownNotice, subscribeToNotices } from './notices.ts';
import styles from './undo-bar.module.css';

interface UndoBarProps {
  readonly closeLabel: string;
  /** Said behind every message while what it says is not on the disk. */
  readonly warning?: string | undefined;
}

const SHOWN_MS = 8_000;

/** Mount once, in the layout. Elsewhere call `showNotice`. */
export function UndoBar({ closeLabel, warning }: UndoBarProps) {
  const notice = useSyncExternalStore(subscribeToNotices, findNotice);
  const [isHeld, setIsHeld] = useState(false);
  const number = notice?.number;
  useEffect(() => {
    if (number === undefined || isHeld) return undefined;
    const timer = setTimeout(() => hideNotice(number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number, isHeld]);
  useHideOnLeaving(notice);
  // Whoever came in by the keyboard goes on where they came from, not at the head of the page.
  const before = useRef<HTMLElement>(null);
  const enter = ({ relatedTarget, currentTarget }: FocusEvent) => {
    setIsHeld(true);
    const isFromOutside = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
    if (isFromOutside) before.current = relatedTarget;
  };
  const close = () => {
    before.current?.focus({ preventScroll: true });
    before.current = null;
    setIsHeld(false);
    hideNotice(number);
  };
  const press = () => {
    notice?.action?.onPress();
    close();
  };
  return (
    <div
      className={styles.place}
      role="status"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={enter}
      onBlur={() => setIsHeld(false)}
    >
      {notice && (
        <div className={styles.bar}>
          <span className={styles.text}>
            {notice.text}
            {warning !== undefined && <b className={styles.warning}>{warning}</b>}
          </span>
          {notice.action && (
            <button type="button" className={styles.action} onClick={press}>
              {!notice.action.leads && <Icon name="undo" size="small" />}
              {notice.action.label}
              {notice.action.leads && <Icon name="chevron" size="small" />}
            </button>
          )}
          <IconButton icon="close" label={closeLabel} onClick={close} />
        </div>
      )}
    </div>
  );
}

/** What leads on is of use only where it was said; the way to undo goes along. */
function useHideOnLeaving(notice: ShownNotice | undefined): void {
  const [path] = useLocation();
  const said = useRef<{ readonly number: number; readonly path: string }>(undefined);
  useEffect(() => {
    if (notice === undefined) return;
    if (said.current?.number !== notice.number) said.current = { number: notice.number, path };
    else if (said.current.path !== path && notice.action?.leads) hideNotice(notice.number);
  }, [notice, path]);
}
