/** Before the next citizen's copy card opens, whoever lodged on this machine before has signed out of VNeID. */
import { type ReactNode, useState } from 'react';
import type { RecordId } from '#shared/ids';
import { useTranslation } from '../../i18n/use-translation.ts';
import { findSignedIn, rememberSignedIn } from '../../storage/sign-out-memory.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { SignOutTick } from './sign-out-tick.tsx';

interface SignOutGateProps {
  readonly record: RecordId;
  readonly backHref: string;
  readonly children: ReactNode;
}

export function SignOutGate({ record, backHref, children }: SignOutGateProps) {
  const { t } = useTranslation();
  const [before, setBefore] = useState(findSignedIn);
  const [isSignedOut, setIsSignedOut] = useState(false);
  if (before === undefined || before === record) return children;
  const goOn = () => {
    rememberSignedIn(undefined);
    setBefore(undefined);
  };
  return (
    <Page
      actions={
        <Button disabled={!isSignedOut} onClick={goOn} data-testid="sign-out-go">
          {t('copyCard.signOut.go')}
        </Button>
      }
    >
      <TopBar
        help={t('help.signOut')}
        title={t('dossiers.copy.title')}
        backHref={backHref}
        backLabel={t('shell.action.back')}
      />
      <Banner tone="attention" title={t('copyCard.signOut.title')} live>
        {t('copyCard.signOut.text')}
      </Banner>
      <SignOutTick isSignedOut={isSignedOut} onChange={setIsSignedOut} />
    </Page>
  );
}
