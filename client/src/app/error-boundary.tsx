/** The last screen: says that what has a tick is safe, and offers the way back. Hides nothing from the console. */
import { Component, type ReactNode } from 'react';
import { getTranslator } from '../i18n/language.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { t } = getTranslator();
    return (
      <Page actions={<Button onClick={() => location.reload()}>{t('shell.crash.reload')}</Button>}>
        <Banner tone="attention" title={t('shell.crash.title')} live>
          {t('shell.crash.text')}
        </Banner>
      </Page>
    );
  }
}
