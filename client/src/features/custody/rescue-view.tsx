/** Something typed is not on the disk: what happened, what is safe, and what can be done. Shows no name and no text. */
import { type ReactNode, useState } from 'react';
import type { SaveTrouble } from '../../custody/save-trouble.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';

interface RescueViewProps {
  readonly count: number;
  /** How many of them the commune has all the same. */
  readonly received: number;
  /** Ways out beside the disk; undefined where nothing can be sealed. */
  readonly ways: ReactNode;
  readonly trouble: SaveTrouble | undefined;
  /** A lock was refused: only the PIN leads back to the names. */
  readonly isCovered: boolean;
  readonly busy: boolean;
  /** What became of the last PIN. */
  readonly problem: string | undefined;
  readonly onRetry: () => void;
  readonly onPin: (pin: string) => void;
  readonly onLockAnyway: () => void;
}

export function RescueView(props: RescueViewProps) {
  const { count, received, ways, trouble, isCovered, busy, problem, onRetry, onPin, onLockAnyway } = props;
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const why = useWhy(trouble);
  const isSaved = count === 0 && !isCovered;
  const needsPin = isCovered || trouble?.type === 'vaultStopped';
  return (
    <Page>
      <PageHeading title={t(isSaved ? 'rescue.allSaved' : 'rescue.title')} />
      {!isSaved && (
        <Banner tone="bad" title={isCovered ? t('rescue.covered') : undefined} live>
          <p>{t('rescue.count', { count })}</p>
          {received > 0 && <p>{t('rescue.received', { count: received })}</p>}
          {why && <p>{why}</p>}
          {isCovered && <p>{t('rescue.retrying')}</p>}
        </Banner>
      )}
      {!isSaved && <p>{t('rescue.safe')}</p>}
      {needsPin && <PinForm busy={busy} problem={problem} onPin={onPin} />}
      {!isSaved && (
        <Button variant={needsPin ? 'secondary' : 'primary'} wide onClick={onRetry} busy={busy}>
          {t('rescue.retry')}
        </Button>
      )}
      {!isSaved && ways}
      {isSaved && (
        <LinkButton variant="primary" href="/" wide>
          {t('rescue.goOn')}
        </LinkButton>
      )}
      {isCovered && (
        <Button variant="quiet" wide onClick={() => setAsking(true)}>
          {t('rescue.lockAnyway')}
        </Button>
      )}
      {isAsking && (
        <Dialog
          title={t('rescue.lockAnyway')}
          closeLabel={t('shell.action.close')}
          onClose={() => setAsking(false)}
          actions={
            <Button variant="danger" onClick={onLockAnyway}>
              {t('rescue.lockAnywaySure')}
            </Button>
          }
        >
          <p>
            {count === received
              ? t('rescue.lockAnywayReceived')
              : t('rescue.lockAnywayText', { count: count - received })}
          </p>
        </Dialog>
      )}
    </Page>
  );
}

interface PinFormProps {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onPin: (pin: string) => void;
}

const PIN_LENGTH = { min: 6, max: 12 } as const;

function PinForm({ busy, problem, onPin }: PinFormProps) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const submit = () => {
    onPin(digits);
    setDigits('');
  };
  return (
    <PinPad
      words={{ label: t('rescue.pinText'), deleteLabel: t('lock.delete'), submitLabel: t('lock.submit') }}
      value={digits}
      onChange={setDigits}
      onSubmit={submit}
      minLength={PIN_LENGTH.min}
      maxLength={PIN_LENGTH.max}
      hint={busy ? t('lock.opening') : undefined}
      error={problem}
      disabled={busy}
    />
  );
}

function useWhy(trouble: SaveTrouble | undefined): string | undefined {
  const { t } = useTranslation();
  if (!trouble) return undefined;
  if (trouble.type === 'storage' && trouble.fault === 'quota') return t('rescue.why.quota');
  return trouble.type === 'storage'
    ? t(`enrolment.storage.${trouble.fault}`)
    : t(`rescue.why.${trouble.type}`);
}
