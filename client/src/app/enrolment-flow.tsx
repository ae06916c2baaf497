/** Joining, step by step: the code, a PIN, the commune's answer. Keeps the code and the keys through a bad line and a kill. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceSnapshot } from '../custody/device-snapshot.ts';
import { CodeForm, type Invitation } from '../features/enrolment/code-form.tsx';
import { NewPin } from '../features/enrolment/new-pin.tsx';
import { loadAllWords } from '../i18n/language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { isPrivateWindow, readWindowFacts } from '../platform/private-window.ts';
import { PRACTICE_BASE } from '../storage/realm.ts';
import { Page } from '../ui/page.tsx';
import { describeEnrolFault, describeMachine } from './describe-enrol-fault.ts';
import { describeLost } from './describe-lost.ts';
import { CODE_PARAMETER, WORDS_PATH } from './paths.ts';

/** Rare, and its words are not those of the start. */
const PrivateNotice = lazy(async () => {
  const [module] = await Promise.all([import('../features/enrolment/private-notice.tsx'), loadAllWords()]);
  return { default: module.PrivateNotice };
});

/** `resumed`: what was begun before the page died; its keys are open again. */
interface EnrolmentFlowProps extends Omit<Extract<DeviceSnapshot, { state: 'noVault' }>, 'state'> {
  readonly session: DeviceSession;
}

type Step = 'code' | 'pin' | 'asking';

export function EnrolmentFlow({ session, lost, resumed, isBeside }: EnrolmentFlowProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('code');
  const [invitation, setInvitation] = useState<Invitation>({
    code: resumed?.code ?? readCode(),
    callName: resumed?.initials ?? '',
  });
  const [hasKeys, setHasKeys] = useState(resumed !== undefined);
  const [problem, setProblem] = useState(() => (lost.length > 0 ? describeLost(lost, t) : undefined));

  const fail = (text: string) => {
    setProblem(text);
    setStep('code');
  };
  const ask = async ({ code, callName }: Invitation) => {
    setStep('asking');
    const enrolled = await session.enrol({ code, deviceName: describeMachine(), initials: callName });
    if (!enrolled.ok) {
      if (enrolled.error.type === 'vaultStopped') setHasKeys(false);
      return fail(describeEnrolFault(enrolled.error, t));
    }
    history.replaceState(null, '', WORDS_PATH);
  };
  const takeCode = (given: Invitation) => {
    setInvitation(given);
    setProblem(undefined);
    if (hasKeys) void ask(given);
    else setStep('pin');
  };
  const takePin = async (pin: string) => {
    setStep('asking');
    const begun = await session.beginEnrolment(pin);
    if (!begun.ok)
      return fail(t(begun.error.type === 'pinWrong' ? 'lock.damaged' : `lock.${begun.error.type}`));
    setHasKeys(true);
    await ask(invitation);
  };
  if (step === 'asking')
    return <Page>{t(hasKeys ? 'enrolment.code.checking' : 'enrolment.pin.making')}</Page>;
  if (step === 'pin') return <NewPin busy={false} onPin={(pin) => void takePin(pin)} />;
  return (
    <CodeForm
      initial={invitation}
      problem={problem}
      notice={<PrivateWarning />}
      onInvitation={takeCode}
      onPractice={() => location.assign(PRACTICE_BASE)}
      onBack={isBeside && (() => void session.open())}
    />
  );
}

/** Looked at once: a window does not become private. */
function PrivateWarning() {
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => {
    void readWindowFacts().then((facts) => setPrivate(isPrivateWindow(facts)));
  }, []);
  if (!isPrivate) return null;
  return (
    <Suspense>
      <PrivateNotice address={location.href} />
    </Suspense>
  );
}

function readCode(): string {
  return new URLSearchParams(location.search).get(CODE_PARAMETER) ?? '';
}
