/** Like the page in front of the vault. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../button.tsx';
import { Page } from '../page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { PinPad } from '../pin-pad.tsx';
import { GalleryShell } from './gallery-shell.tsx';

const MIN_LENGTH = 6;

export function LockScreen() {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [tries, setTries] = useState(5);
  const submit = () => {
    setPin('');
    setTries(tries - 1);
  };
  return (
    <GalleryShell waiting={3} withTabs={false}>
      <Page
        width="keypad"
        actions={
          <Button variant="secondary" icon="plus">
            {t('locked.write')}
          </Button>
        }
      >
        <PageHeading overline={t('lock.waiting', { count: 3 })} title={t('lock.who', { name: 'Ông Lành' })} />
        <PinPad
          words={{ label: t('lock.pin'), deleteLabel: t('lock.delete'), submitLabel: t('lock.submit') }}
          value={pin}
          onChange={setPin}
          onSubmit={submit}
          minLength={MIN_LENGTH}
          maxLength={12}
          hint={t('lock.pinHint', { count: MIN_LENGTH })}
          error={tries < 5 ? t('lock.wrong', { count: tries }) : undefined}
        />
        <Button variant="quiet">{t('lock.forgot')}</Button>
      </Page>
    </GalleryShell>
  );
}
