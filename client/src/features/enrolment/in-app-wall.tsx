/** Shown inside Zalo, Facebook or Messenger: no vault is made there, the invitation travels on to a real browser. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { UnsafePlace } from '../../platform/in-app-browser.ts';
import { buildIntentLink } from '../../platform/intent-link.ts';
import { PRACTICE_BASE } from '../../storage/realm.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './in-app-wall.module.css';

interface InAppWallProps {
  readonly place: UnsafePlace;
  /** The address with the invitation still in it. */
  readonly address: string;
}

export function InAppWall({ place, address }: InAppWallProps) {
  const { t } = useTranslation();
  if (place.type === 'notInstalled')
    return (
      <Page>
        <PageHeading overline={t('shell.app.name')} title={t('enrolment.install.title')} />
        <p>{t('enrolment.install.text')}</p>
        <p>{t('enrolment.install.iphone')}</p>
        {/[?#]/.test(address) && <p>{t('enrolment.install.code')}</p>}
        {/[?#]/.test(address) && <AddressToCopy address={address} />}
        <PracticeStill />
      </Page>
    );
  return (
    <Page>
      <PageHeading overline={t('shell.app.name')} title={t('enrolment.wall.title')} />
      <p>
        {t('enrolment.wall.text', {
          app: place.app === 'WebView' ? t('enrolment.wall.otherApp') : place.app,
        })}
      </p>
      {place.system === 'android' ? (
        <a className={styles.open} href={buildIntentLink(address)} data-testid="open-in-chrome">
          {t('enrolment.wall.open')}
        </a>
      ) : (
        <IphoneMenu text={t('enrolment.wall.iphone')} />
      )}
      <AddressToCopy address={address} />
      <PracticeStill />
    </Page>
  );
}

function AddressToCopy({ address }: Pick<InAppWallProps, 'address'>) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // Where the app around it forbids copying, the address below can be held and copied by hand.
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <>
      <Button variant="secondary" wide icon="copy" onClick={copy}>
        {isCopied ? t('enrolment.wall.copied') : t('enrolment.wall.copy')}
      </Button>
      <p className={styles.address} data-testid="wall-address">
        {address}
      </p>
    </>
  );
}

/** Practice keeps nothing that could be lost here. */
function PracticeStill() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('enrolment.wall.practiceStill')}</p>
      <Button
        variant="secondary"
        wide
        onClick={() => location.assign(PRACTICE_BASE)}
        data-testid="practice-start"
      >
        {t('enrolment.welcome.practice')}
      </Button>
    </>
  );
}

/** A drawing of where the menu sits: people look before they read. */
function IphoneMenu({ text }: { readonly text: string }) {
  return (
    <figure className={styles.figure}>
      <svg viewBox="0 0 240 96" role="img" aria-label={text}>
        <rect x="1" y="1" width="238" height="94" rx="12" className={styles.frame} />
        <rect x="1" y="1" width="238" height="30" rx="12" className={styles.strip} />
        <circle cx="202" cy="16" r="2.5" className={styles.dot} />
        <circle cx="212" cy="16" r="2.5" className={styles.dot} />
        <circle cx="222" cy="16" r="2.5" className={styles.dot} />
        <circle cx="212" cy="16" r="15" className={styles.ring} />
        <path d="M150 82 L202 36" className={styles.ring} />
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  );
}
