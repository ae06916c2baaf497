/** After the yes: the card's code by paste or scanner, or three boxes by hand. A card that cannot be read stops nobody. */
import { cardErrorTexts } from '#data/card-warning-texts';
import type { CardError } from '#shared/rules/id-card';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { CardField } from './card-field.tsx';
import styles from './citizens.module.css';
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
  readonly onText: (text: string) => void;
  readonly onByHand: () => void;
  readonly onCountOnly: () => void;
}

export function CardStep(props: CardStepProps) {
  const { heading, error, alreadyHere, onText, onByHand, onCountOnly } = props;
  const { t } = useTranslation();
  useKeyboardWedge(onText);
  return (
    <Page>
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
        <p>{t('citizens.cardWhere')}</p>
        <CardField onText={onText} />
        <div className={styles.row}>
          {'clipboard' in navigator && <PasteButton onText={onText} />}
          <Button variant="secondary" icon="edit" onClick={onByHand} data-testid="card-by-hand">
            {t('citizens.threeBoxes')}
          </Button>
        </div>
        <p className={styles.soft}>
          {t('citizens.threeBoxes')}: {t('citizens.threeBoxesHint')}
        </p>
      </Card>
    </Page>
  );
}

function PasteButton({ onText }: Pick<CardStepProps, 'onText'>) {
  const { t } = useTranslation();
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => '');
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
          <Button variant="quiet" onClick={onCountOnly}>
            {t('citizens.countOnly')}
          </Button>
        </>
      }
    >
      {cardErrorTexts[error.type][language]} {t('citizens.notStored')}
    </Banner>
  );
}
