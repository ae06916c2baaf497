/** The lock page: a name, a PIN, and how long to wait. Shows nothing that was written here before. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';

export type LockProblem =
  | { readonly type: 'wrong'; readonly triesLeft: number }
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'erased' }
  | { readonly type: 'damaged'; readonly text: string };

interface LockViewProps {
  /** What the volunteer chose to be called on a locked phone. */
  readonly name: string;
  readonly waitingCount: number;
  readonly busy: boolean;
  readonly problem: LockProblem | undefined;
  /** What to know before the PIN. */
  readonly notice?: string | undefined;
  readonly onPin: (pin: string) => void;
  /** Other ways than this PIN. */
  readonly children?: ReactNode;
}

const LONGEST_PIN = 12;
const SHORTEST_PIN = 6;

export function LockView(props: LockViewProps) {
  const { name, waitingCount, busy, problem, notice, onPin, children } = props;
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const problemText = useProblemText(problem);
  const submit = () => {
    onPin(digits);
    setDigits('');
  };
  if (problem?.type === 'erased')
    return (
      <Page>
        <PageHeading overline={t('shell.app.name')} title={t('lock.erased')} />
        <Banner tone="attention">{t('lock.erasedText')}</Banner>
        {children}
      </Page>
    );
  return (
    <Page width="keypad">
      <PageHeading overline={t('shell.app.name')} title={t('lock.who', { name })} />
      {notice && <Banner>{notice}</Banner>}
      <PinPad
        words={{ label: t('lock.pin'), deleteLabel: t('lock.delete'), submitLabel: t('lock.submit') }}
        value={digits}
        onChange={setDigits}
        onSubmit={submit}
        minLength={SHORTEST_PIN}
        maxLength={LONGEST_PIN}
        hint={busy ? t('lock.opening') : t('lock.pinHint', { count: SHORTEST_PIN })}
        error={problemText}
        disabled={busy}
      />
      {waitingCount > 0 && <Banner>{t('lock.waiting', { count: waitingCount })}</Banner>}
      <details>
        <summary>{t('lock.forgot')}</summary>
        <p>{t('lock.forgotText')}</p>
      </details>
      {children}
    </Page>
  );
}

function useProblemText(problem: LockProblem | undefined): string | undefined {
  const { t } = useTranslation();
  if (problem?.type === 'wait') return t('lock.wrongWait', { seconds: problem.seconds });
  if (problem?.type === 'damaged') return problem.text;
  if (problem?.type !== 'wrong') return undefined;
  return problem.triesLeft === 1 ? t('lock.lastTry') : t('lock.wrong', { count: problem.triesLeft });
}
