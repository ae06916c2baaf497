/** The four words that must be the same on both screens, and leave to begin before anybody has approved. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './words-view.module.css';

interface WordsViewProps {
  readonly words: readonly string[];
  readonly onStart: () => void;
}

export function WordsView({ words, onStart }: WordsViewProps) {
  const { t } = useTranslation();
  return (
    <Page
      actions={
        <Button wide onClick={onStart}>
          {t('enrolment.waiting.start')}
        </Button>
      }
    >
      <PageHeading overline={t('shell.app.name')} title={t('enrolment.words.title')} />
      <p>{t('enrolment.words.text')}</p>
      <Card>
        <ol className={styles.words} data-testid="confirmation-words">
          {words.map((word, at) => (
            <li key={at}>{word}</li>
          ))}
        </ol>
      </Card>
      <Banner title={t('enrolment.waiting.title')}>{t('enrolment.waiting.text')}</Banner>
    </Page>
  );
}
