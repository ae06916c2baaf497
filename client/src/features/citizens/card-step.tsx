/** After the yes: the card's code by camera, paste or scanner, or three boxes by hand. A card that cannot be read stops nobody. */
import { cardErrorTexts } from '#data/card-warning-texts';
import type { CardError } from '#shared/rules/id-card';
import { useState } from 'react';
import { CodeScanner } from '../../camera/code-scanner.tsx';
import { isAtDesk } from '../../camera/is-at-desk.ts';
import type { ScanAnswer } from '../../camera/use-code-scanner.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { CardField } from './card-field.tsx';
import styles from './citizens.module.css';
import { nameOtherCode } from './name-other-code.ts';
import { useKeyboardWedge } from './use-keyboard-wedge.ts';

export interface AlreadyHere {
  readonly name: string;
  readonly number: string;
  readonly href: string;
}

interface CardStepProps {
  readonly heading: React.ReactNode;
  readonly error: CardError | undefined;
  readonly alreadyHere: AlreadyHere | undefined;
  /** From the camera, which goes on looking; answers what is wrong with it. */
  readonly onScan: (text: string) => CardError | undefined;
  /** Pasted, or from a scanner that types. */
  readonly onText: (text: string) => void;
  readonly onByHand: () => void;
  /** Undefined where nobody is counted. */
  readonly onCountOnly: (() => void) | undefined;
  /** They do not want to after all. */
  readonly onDecline: () => void;
}

export function CardStep(props: CardStepProps) {
  const { heading, error, alreadyHere, onText, onByHand, onCountOnly, onDecline } = props;
  const [isDesk] = useState(isAtDesk);
  const [hasPasted, setHasPasted] = useState(false);
  const { t } = useTranslation();
  useKeyboardWedge(onText);
  return (
    <Page
      actions={
        <Button variant="secondary" wide onClick={onDecline} data-testid="card-no">
          {t('consent.notNow')}
        </Button>
      }
    >
      {heading}
      {error && <FailedCard error={error} onByHand={onByHand} onCountOnly={onCountOnly} />}
      {alreadyHere && (
        <Banner
          tone="attention"
          live
          actions={
            <LinkButton href={alreadyHere.href} variant="secondary">
              {t('citizens.openPerson', { name: alreadyHere.name })}
            </LinkButton>
          }
        >
          {t('citizens.alreadyHere', { name: alreadyHere.name, number: alreadyHere.number })}
        </Banner>
      )}
      <Card>
        <CardScanner {...props} opensItself={!isDesk} onPaste={() => setHasPasted(true)} />
        <div>
          <p>{t('citizens.cardFront')}</p>
          <p>{t('citizens.cardBack')}</p>
          <p className={styles.soft}>{t('citizens.cardNoPicture')}</p>
        </div>
      </Card>
      {/* On a phone it would only be in the way, until a paste by the button has failed. */}
      {(isDesk || hasPasted) && (
        <Card>
          <CardField onText={onText} />
        </Card>
      )}
    </Page>
  );
}

interface CardScannerProps extends Pick<CardStepProps, 'onScan' | 'onText' | 'onByHand'> {
  readonly opensItself: boolean;
  readonly onPaste: () => void;
}

function CardScanner({ opensItself, onScan, onText, onByHand, onPaste }: CardScannerProps) {
  const { t, language } = useTranslation();
  const scan = (text: string): ScanAnswer => {
    const error = onScan(text);
    if (!error) return 'taken';
    const other = error.type === 'wrongFieldCount' ? nameOtherCode(text) : undefined;
    return { reason: other ? t(`citizens.notCard.${other}`) : cardErrorTexts[error.type][language] };
  };
  const byHand = (
    <Button variant="secondary" icon="edit" onClick={onByHand}>
      {t('citizens.threeBoxes')}
    </Button>
  );
  return (
    <CodeScanner
      label={t('citizens.scanLabel')}
      onText={scan}
      opensItself={opensItself}
      slow={<Banner actions={byHand}>{t('citizens.scanSlow')}</Banner>}
      actions={
        <>
          <Button variant="secondary" icon="edit" onClick={onByHand} data-testid="card-by-hand">
            {t('citizens.threeBoxes')}
          </Button>
          {'clipboard' in navigator && <PasteButton onText={onText} onPaste={onPaste} />}
        </>
      }
    />
  );
}

function PasteButton({ onText, onPaste }: Pick<CardScannerProps, 'onText' | 'onPaste'>) {
  const { t } = useTranslation();
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => '');
    onPaste();
    if (text.trim() === '') showNotice({ text: t('citizens.pasteEmpty') });
    else onText(text);
  };
  return (
    <Button variant="secondary" icon="copy" onClick={() => void paste()}>
      {t('citizens.pasteCode')}
    </Button>
  );
}

function FailedCard({
  error,
  onByHand,
  onCountOnly,
}: Pick<CardStepProps, 'onByHand' | 'onCountOnly'> & { readonly error: CardError }) {
  const { t, language } = useTranslation();
  return (
    <Banner
      tone="attention"
      live
      title={t('citizens.cardFailed')}
      actions={
        <>
          <Button
            variant="secondary"
            onClick={() => document.querySelector<HTMLInputElement>('[data-testid="card-paste"]')?.focus()}
          >
            {t('citizens.scanAgain')}
          </Button>
          <Button variant="secondary" onClick={onByHand}>
            {t('citizens.threeBoxes')}
          </Button>
          {onCountOnly && (
            <Button variant="quiet" onClick={onCountOnly}>
              {t('citizens.countOnly')}
            </Button>
          )}
        </>
      }
    >
      {cardErrorTexts[error.type][language]} {t('citizens.notStored')}
    </Banner>
  );
}
