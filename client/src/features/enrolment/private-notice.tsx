/** Said before anybody joins in a private window: what is written there goes with it. Forbids nothing, since browsers may be wrong. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** `address`: with the invitation still in it. */
export function PrivateNotice({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  // Where the browser forbids copying, the address stands in its own bar.
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <Banner
      tone="bad"
      title={t('custody.private.title')}
      live
      actions={
        <Button variant="secondary" icon="copy" onClick={copy} data-testid="private-copy">
          {t(isCopied ? 'custody.private.copied' : 'custody.private.copy')}
        </Button>
      }
    >
      <p>{t('custody.private.text')}</p>
      <p>{t('custody.private.join')}</p>
    </Banner>
  );
}
