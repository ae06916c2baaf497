/** A made-up card to scan or to paste: its number begins with 099, which no real person has. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './practice.module.css';

export function SampleCard({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const name = text.split('|')[2] ?? '';
  const copy = () => {
    void navigator.clipboard
      .writeText(text)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <Card tone="tint">
      <p className={styles.strong}>{t('practice.card', { name })}</p>
      <code className={styles.code} data-testid="practice-card">
        {text}
      </code>
      <Button variant="secondary" icon="copy" onClick={copy} data-testid="practice-copy">
        {t(isCopied ? 'practice.copied' : 'practice.copy')}
      </Button>
      <details>
        <summary className={styles.summary}>{t('practice.cardQr')}</summary>
        <div className={styles.square}>
          <QrCode text={text} label={t('practice.card', { name })} />
        </div>
      </details>
    </Card>
  );
}
