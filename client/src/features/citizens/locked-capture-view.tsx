/** Somebody new on a locked phone: consent, then the card or three boxes. Can be written, cannot be read. */
import { useState } from 'react';
import type { LockedFault } from '../../custody/locked-capture.ts';
import type { LockedDraft } from '../../custody/locked-draft.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useFreshScreen } from '../../ui/use-fresh-screen.ts';
import { CardStep } from './card-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { PersonStep } from './person-step.tsx';
import { type LockedStep, useLockedPerson } from './use-locked-person.ts';

interface LockedCaptureViewProps {
  readonly draft: LockedDraft;
  /** What the volunteer chose to be called on a locked phone; may be empty. */
  readonly callName: string;
  readonly now: () => number;
  readonly hashText: (text: string) => Promise<string>;
  /** Back to the lock, with nothing left in memory. */
  readonly onLeave: () => void;
}

export function LockedCaptureView({ draft, callName, now, hashText, onLeave }: LockedCaptureViewProps) {
  const { t } = useTranslation();
  const person = useLockedPerson({ draft, now });
  const [isAsking, setAsking] = useState(false);
  const { step } = person;
  useFreshScreen(step.type);
  const heading = (
    <>
      <PageHeading overline={t('locked.overline')} title={t('citizens.newPerson')} />
      <Button
        variant="quiet"
        icon="lock"
        onClick={() => (person.isUnderWay ? setAsking(true) : onLeave())}
        data-testid="locked-leave"
      >
        {t('locked.backToLock')}
      </Button>
    </>
  );
  if (step.type === 'kept' || step.type === 'declined')
    return <End how={step.type} onAnother={person.beginAnew} onLeave={onLeave} />;
  return (
    <>
      {step.type === 'consent' && (
        <ConsentStep
          work={describeLockedWork(callName || t('locked.helperBlank'), t('locked.hamletBlank'), {
            now,
            hashText,
          })}
          heading={heading}
          hamlet={undefined}
          wasReadToRoom={false}
          onAgree={person.agree}
          onDecline={person.decline}
        />
      )}
      {step.type === 'card' && (
        <CardStep
          heading={heading}
          error={step.error}
          alreadyHere={undefined}
          onScan={person.readCard}
          onText={person.typeCard}
          onByHand={person.typeByHand}
          onCountOnly={undefined}
          onDecline={person.decline}
        />
      )}
      {step.type === 'person' && <Boxes key={step.entry} step={step} {...{ heading, person, now }} />}
      {isAsking && (
        <LeaveQuestion
          onKeep={() => void person.keep().then((isKept) => (isKept ? onLeave() : setAsking(false)))}
          onDiscard={() => void person.discard().then((isGone) => (isGone ? onLeave() : setAsking(false)))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** A locked book knows neither who reads aloud nor what the commune has agreed to: they say it themselves. */
function describeLockedWork(
  name: string,
  hamlet: string,
  rest: Pick<LockedCaptureViewProps, 'now' | 'hashText'>,
) {
  return { ...rest, member: { name, hamlet }, commune: { name: '', phone: null }, authorisations: [] };
}

function nameTrouble(trouble: LockedFault) {
  if (trouble === 'takenOver') return 'locked.takenOver';
  return trouble === 'quota' ? 'locked.noRoom' : 'locked.failed';
}

interface BoxesProps {
  readonly step: Extract<LockedStep, { type: 'person' }>;
  readonly heading: React.ReactNode;
  readonly person: ReturnType<typeof useLockedPerson>;
  readonly now: () => number;
}

function Boxes({ step, heading, person, now }: BoxesProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const { backToCard } = person;
  const finish = (boxes: typeof step.draft) => {
    setBusy(true);
    void person.finish(boxes).finally(() => setBusy(false));
  };
  return (
    <PersonStep
      work={{ now, madeUpPeople: true }}
      heading={heading}
      initial={step.draft}
      reading={step.reading}
      isUnwritten={backToCard !== undefined}
      isBusy={isBusy}
      {...(backToCard === undefined && { footnote: t('locked.sealedAsTyped') })}
      notes={
        <>
          {step.trouble && (
            <Banner tone="bad" live>
              {t(nameTrouble(step.trouble))}
            </Banner>
          )}
          {backToCard && (
            <Button variant="secondary" icon="qr" onClick={backToCard} data-testid="card-again">
              {t(step.draft.enteredBy === 'card' ? 'citizens.wrongCard' : 'citizens.scanAgain')}
            </Button>
          )}
        </>
      }
      onChange={person.write}
      onDone={finish}
      onDecline={person.decline}
    />
  );
}

interface EndProps {
  readonly how: 'kept' | 'declined';
  readonly onAnother: () => void;
  readonly onLeave: () => void;
}

function End({ how, onAnother, onLeave }: EndProps) {
  const { t } = useTranslation();
  const isKept = how === 'kept';
  return (
    <Page
      actions={
        <>
          <Button variant="secondary" icon="plus" onClick={onAnother}>
            {t('locked.another')}
          </Button>
          <Button icon="lock" onClick={onLeave} data-testid="locked-leave">
            {t('locked.backToLock')}
          </Button>
        </>
      }
    >
      <PageHeading
        overline={t('locked.overline')}
        title={t(isKept ? 'locked.kept' : 'locked.nothingWritten')}
      />
      <Banner tone={isKept ? 'good' : 'info'} live>
        {t(isKept ? 'locked.keptText' : 'consent.notNowNothing')}
      </Banner>
    </Page>
  );
}

interface LeaveQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

function LeaveQuestion({ onKeep, onDiscard, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('locked.leaveTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onClick={onDiscard} data-testid="locked-discard">
            {t('locked.discard')}
          </Button>
          <Button onClick={onKeep} data-testid="locked-keep">
            {t('locked.keepUnfinished')}
          </Button>
        </>
      }
    >
      {t('locked.leaveText')}
    </Dialog>
  );
}
