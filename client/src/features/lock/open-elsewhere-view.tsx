/** In place of the PIN while another tab has the book open: why, and how to go on here. */
import type { TurnState } from '../../custody/editing-turn.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';

interface OpenElsewhereViewProps {
  readonly turn: Exclude<TurnState, 'free'>;
  readonly onUse: () => void;
}

export function OpenElsewhereView({ turn, onUse }: OpenElsewhereViewProps) {
  const { t } = useTranslation();
  const isAsking = turn === 'asking';
  return (
    <Page>
      <PageHeading overline={t('shell.app.name')} title={t('lock.elsewhere.title')} />
      <p>{t('lock.elsewhere.text')}</p>
      {turn !== 'taken' && (
        <Banner tone={isAsking ? 'info' : 'attention'} live>
          {t(`lock.elsewhere.${turn}`)}
        </Banner>
      )}
      <Button wide busy={isAsking} onClick={onUse}>
        {t(turn === 'silent' ? 'lock.elsewhere.useAnyway' : 'lock.elsewhere.use')}
      </Button>
    </Page>
  );
}
