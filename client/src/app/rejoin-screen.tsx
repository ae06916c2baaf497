/** Joining again after the commune came back from a backup: a code, then the four words, then work goes on. */
import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { OpenDevice } from '../custody/open-device.ts';
import { RejoinForm } from '../features/enrolment/rejoin-form.tsx';
import { WordsView } from '../features/enrolment/words-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { describeEnrolFault, describeMachine } from './describe-enrol-fault.ts';
import { CUSTODY_PATH } from './paths.ts';

interface RejoinScreenProps {
  readonly device: OpenDevice;
  /** The commune does not know this device. Any other has nothing to do here, however it came by the address. */
  readonly isUnknown: boolean;
}

export function RejoinScreen({ device, isUnknown }: RejoinScreenProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  // Of when it came: joining again ends the trouble before the words are compared.
  const [isNeeded] = useState(isUnknown);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [words, setWords] = useState<readonly string[]>();
  const ask = async (code: string) => {
    setAsking(true);
    const joined = await device.rejoin({ code, deviceName: describeMachine() });
    setAsking(false);
    if (joined.ok) setWords(joined.value.words);
    else setProblem(describeEnrolFault(joined.error, t));
  };
  if (!isNeeded) return <Redirect to={CUSTODY_PATH} replace />;
  if (words) return <WordsView words={words} onStart={() => navigate(CUSTODY_PATH, { replace: true })} />;
  return (
    <RejoinForm
      backHref={CUSTODY_PATH}
      isAsking={isAsking}
      problem={problem}
      onCode={(code) => void ask(code)}
    />
  );
}
