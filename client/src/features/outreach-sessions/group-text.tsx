/** The text for the team's group: shown as it would be posted, then shared or copied. Sends nothing by itself. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announceLeaving } from '../../platform/leaving.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './session-view.module.css';

export function GroupText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  // Nothing of a person stands in it, so it may stay on the clipboard: it is pasted in another app.
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord(t('teamwork.groupCopied')),
      () => setWord(t('teamwork.groupByHand')),
    );
  const share = () => {
    announceLeaving();
    navigator.share({ text }).catch(() => undefined);
  };
  return (
    <Card>
      <h2>{t('teamwork.groupTitle')}</h2>
      <p className={styles.forGroup} data-testid="group-text">
        {text}
      </p>
      <div className={styles.usual}>
        <Button variant="secondary" icon="copy" onClick={() => void copy()}>
          {t('teamwork.groupCopy')}
        </Button>
        {'share' in navigator && (
          <Button variant="secondary" onClick={share}>
            {t('teamwork.groupShare')}
          </Button>
        )}
      </div>
      <p role="status">{word}</p>
      <p className={styles.soft}>{t('teamwork.groupHint')}</p>
    </Card>
  );
}
