/** Somebody new: consent, then the card, then the rest. Nothing is written down before the yes, nor after a no. */
import type { RecordId } from '#shared/ids';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { hasFailedSave } from '../../custody/list-unsaved.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { TopBar } from '../../ui/top-bar.tsx';
import { useFreshScreen } from '../../ui/use-fresh-screen.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { finishPerson } from './actions.ts';
import { CardStep } from './card-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { describeArrival } from './describe-arrival.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonStep } from './person-step.tsx';
import { RefusalSheet } from './refusal-sheet.tsx';
import type { SessionDoor } from './session-door.ts';
import { type SessionAnswers, SessionQuestions } from './session-questions.tsx';
import { type NewPersonStep, useNewPerson } from './use-new-person.ts';
import { type Refusal, useRefusal } from './use-refusal.ts';

interface NewPersonViewProps {
  readonly work: Work;
  /** The session they came to; undefined at a doorstep without one. */
  readonly door: SessionDoor | undefined;
  /** What is to be known of it before anybody is asked. */
  readonly notice: ReactNode;
}

export function NewPersonView({ work, door, notice }: NewPersonViewProps) {
  const { t } = useTranslation();
  const backHref = door?.href ?? '/nguoi-dan';
  const entry = useNewPerson(work, door, backHref);
  const { step, backToCard, write } = entry;
  const refusal = useRefusal({ door, backHref, refuse: entry.refuse });
  useFreshScreen(step.type);
  const title = door ? t('citizens.newPersonNumber', { number: door.nextNumber }) : t('citizens.newPerson');
  const back = { backHref, backLabel: t('shell.action.back') };
  const heading = withNotice(<TopBar help={t('help.newPerson')} title={title} {...back} />, notice);
  const sheet = refusal.asked && <RefusalSheet onAnswer={refusal.answer} onClose={refusal.close} />;
  if (step.type === 'consent')
    return (
      <>
        <ConsentStep
          work={work}
          heading={heading}
          hamlet={door?.hamlet}
          wasReadToRoom={door?.wasReadToRoom ?? false}
          onAgree={entry.agree}
          onDecline={() => refusal.ask({ declined: true })}
        />
        {sheet}
      </>
    );
  if (step.type === 'card') {
    const { error, alreadyHere } = step;
    const counted = alreadyHere && ({ counted: 'byNumber' } as const);
    return (
      <>
        <CardStep
          heading={<TopBar title={t('citizens.scanTitle')} subtitle={title} {...back} />}
          error={error}
          alreadyHere={alreadyHere}
          onScan={entry.readCard}
          onText={entry.typeCard}
          onByHand={entry.typeByHand}
          onCountOnly={() => refusal.ask({ declined: false, ...counted })}
          onDecline={() => refusal.ask({ declined: true, ...counted })}
        />
        {sheet}
      </>
    );
  }
  return (
    <>
      <BegunPerson
        work={work}
        door={door}
        heading={heading}
        step={step}
        onChange={write}
        onReadCard={backToCard}
        onRefuse={refusal.ask}
      />
      {sheet}
    </>
  );
}

function withNotice(bar: ReactNode, notice: ReactNode): ReactNode {
  return (
    <>
      {bar}
      {notice}
    </>
  );
}

interface BegunPersonProps extends Omit<NewPersonViewProps, 'notice'> {
  readonly heading: ReactNode;
  readonly step: Extract<NewPersonStep, { type: 'person' }>;
  readonly onChange: (citizen: RecordId, draft: PersonDraft) => void;
  /** Undefined once something has been written down by hand. */
  readonly onReadCard: (() => void) | undefined;
  readonly onRefuse: (refusal: Refusal) => void;
}

function BegunPerson({ work, door, heading, step, onChange, onReadCard, onRefuse }: BegunPersonProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [answers, setAnswers] = useState<SessionAnswers>({ need: undefined, wasCounted: false });
  const [draft, setDraft] = useState(step.draft);
  const isSaveFailed = useSnapshot(work.store, () => hasFailedSave(work.store));
  const { citizen } = step;
  const findCounted = (): Refusal['counted'] => {
    if (door?.findNumber(citizen) !== undefined) return 'byNumber';
    return answers.wasCounted ? 'atDoor' : undefined;
  };
  const finish = (done: PersonDraft) => {
    onChange(citizen, done);
    finishPerson(work, citizen);
    if (!door) return navigate(`/nguoi-dan/${citizen}`);
    const arrival = { citizen, ...describeArrival(work, done, answers) };
    const number = door.findNumber(citizen) ?? door.admit(arrival);
    showNotice({
      text: t('citizens.savedNotice', { number, name: done.fullName }),
      action: {
        label: t('shell.action.open'),
        onPress: () => navigate(`/nguoi-dan/${citizen}`),
        leads: true,
      },
    });
    navigate(door.href);
  };
  return (
    <PersonStep
      work={work}
      heading={heading}
      initial={step.draft}
      reading={step.reading}
      isUnwritten={onReadCard !== undefined}
      footnote={isSaveFailed ? t('citizens.notOnPhone') : undefined}
      notes={
        <PersonNotes
          work={work}
          citizen={citizen}
          isKnown={step.isKnown}
          draft={draft}
          onReadCard={onReadCard}
        />
      }
      questions={door && <SessionQuestions door={door} answers={answers} onChange={setAnswers} />}
      onChange={(next) => {
        setDraft(next);
        onChange(citizen, next);
      }}
      onDone={finish}
      onDecline={() => onRefuse({ declined: true, counted: findCounted() })}
    />
  );
}
