/** The words to be said, large enough to read aloud at arm's length; the whole text one tap away. */
import { type ConsentBlanks, type ConsentText, fillConsentText } from '#shared/rules/consent-text';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../ui/section.tsx';
import styles from './citizens.module.css';

interface ConsentReadingProps {
  readonly text: ConsentText;
  readonly blanks: ConsentBlanks;
  /** Read to the whole room before: it folds away, to be opened for whoever came later. */
  readonly isFolded: boolean;
}

export function ConsentReading({ text, blanks, isFolded }: ConsentReadingProps) {
  const { t, language } = useTranslation();
  const sentence = fillConsentText(text.sentence[language], blanks);
  if (isFolded)
    return (
      <details className={styles.full}>
        <summary>{t('consent.readToRoom')}</summary>
        <blockquote className={styles.aloud}>{sentence}</blockquote>
      </details>
    );
  return (
    <Section title={t('consent.readAloud')}>
      <blockquote className={styles.aloud}>{sentence}</blockquote>
      <details className={styles.full}>
        <summary>{t('consent.fullText')}</summary>
        <p>{fillConsentText(text.full[language], blanks)}</p>
      </details>
    </Section>
  );
}
