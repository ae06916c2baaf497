/** Why the code of another phone opens nothing here, and the way back to the sessions. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

interface RefusedCodeProps {
  readonly title: string;
  /** The reason. */
  readonly children: ReactNode;
}

export function RefusedCode({ title, children }: RefusedCodeProps) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="attention"
      live
      title={title}
      actions={
        <LinkButton href="/buoi" variant="secondary">
          {t('teamwork.toSessions')}
        </LinkButton>
      }
    >
      {children}
    </Banner>
  );
}
