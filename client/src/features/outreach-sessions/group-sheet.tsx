/** Counting several people who came together: a number and one press. Asks nothing else about them. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { CountField } from './count-field.tsx';
import styles from './session-view.module.css';

interface GroupSheetProps {
  readonly onCount: (people: number) => void;
  readonly onClose: () => void;
}

const USUAL = [2, 3, 5, 10, 20] as const;
const MOST = 200;

export function GroupSheet({ onCount, onClose }: GroupSheetProps) {
  const { t } = useTranslation();
  const [people, setPeople] = useState(5);
  return (
    <Sheet
      title={t('sessions.groupTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button
          wide
          disabled={people === 0}
          onClick={() => onCount(people)}
          data-testid="count-group-confirm"
        >
          {t('sessions.groupConfirm', { count: people })}
        </Button>
      }
    >
      <CountField label={t('sessions.groupHow')} value={people} onChange={setPeople} max={MOST} />
      <div className={styles.usual}>
        {USUAL.map((number) => (
          <Button
            key={number}
            variant="secondary"
            aria-pressed={number === people}
            onClick={() => setPeople(number)}
          >
            {number}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
