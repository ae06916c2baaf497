/** A question that must be answered before anything else. Mount it to open it; it closes when it is unmounted. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';
import { useModal } from './use-modal.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  return <Modal {...props} className={styles.dialog} />;
}

/** The same from the bottom edge of a phone, within reach of the thumb; on a laptop it is a dialog. */
export function Sheet(props: DialogProps) {
  return <Modal {...props} className={joinClasses(styles.dialog, styles.sheet)} />;
}

function Modal({
  title,
  closeLabel,
  onClose,
  actions,
  children,
  className,
}: DialogProps & { className?: string | undefined }) {
  const modal = useModal(onClose);
  const titleId = useId();
  return (
    <dialog {...modal} className={className} aria-labelledby={titleId}>
      <div className={styles.body}>
        <div className={styles.heading}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </div>
        {children && <div className={styles.content}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
