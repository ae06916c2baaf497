/** What is said of saving at the foot of the boxes; it claims nothing of a box that cannot be read. */
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './citizens.module.css';
import { isUnsaved, type PersonDraft } from './person-draft.ts';

interface SavedLineProps {
  readonly draft: PersonDraft;
  /** What of the boxes is saved, and where. */
  readonly text: string;
}

export function SavedLine({ draft, text }: SavedLineProps) {
  const { t } = useTranslation();
  const boxes = ['born', 'personalId', 'phone'] as const;
  const isWhole = !boxes.some((box) => isUnsaved(draft, box));
  return <p className={styles.soft}>{isWhole ? text : `${text} ${t('citizens.exceptUnread')}`}</p>;
}
