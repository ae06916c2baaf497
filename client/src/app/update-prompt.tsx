/** Offers a new version and waits to be told: nothing that is being typed may lose its page. */
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { AppUpdate } from '../pwa/register.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';

interface UpdatePromptProps {
  readonly update: AppUpdate;
}

export function UpdatePrompt({ update }: UpdatePromptProps) {
  const { t } = useTranslation();
  const state = useSnapshot(update, update.getSnapshot);
  const [isRefused, setRefused] = useState(false);
  if (state === 'current') return null;
  const apply = async () => setRefused((await update.applyUpdate()) === 'unsaved');
  return (
    <div data-print="never">
      <Banner
        title={t('shell.update.title')}
        live
        actions={
          <Button variant="secondary" onClick={() => void apply()}>
            {t('shell.update.action')}
          </Button>
        }
      >
        {t(isRefused ? 'shell.update.unsaved' : 'shell.update.text')}
      </Banner>
    </div>
  );
}
