/** Somebody new: consent, then the card, then the rest. Nothing is written down before the yes, nor after a no. */
import type { RecordId } from '#shared/ids';
import { findAgeBand } from '#shared/rules/age-band';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { TopBar } from '../../ui/top-bar.tsx';
import { useFreshScreen } from '../../ui/use-fresh-screen.ts';
import { finishPerson } from './actions.ts';
import { CardStep } from './card-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { findBirth, type PersonDraft } from './person-draft.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonStep } from './person-step.tsx';
import type { SessionDoor } from './session-door.ts';
import { type SessionAnswers, SessionQuestions } from './session-questions.tsx';
import { type NewPersonStep, useNewPerson } from './use-new-person.ts';

interface NewPersonViewProps {
  readonly work: Work;
  /** The session they came to; undefined at a doorstep without one. */
  readonly door: SessionDoor | undefined;
}

export function NewPersonView({ work, door }: NewPersonViewProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { step, agree, readCard, typeCard, typeByHand, backToCard, write } = useNewPerson(work, door);
  useFreshScreen(step.type);
  const backHref = door?.href ?? '/nguoi-dan';
  const title = door ? t('citizens.newPersonNumber', { number: door.nextNumber }) : t('citizens.newPerson');
  const back = { backHref, backLabel: t('shell.action.back') };
  const heading = <TopBar help={t('help.newPerson')} title={title} {...back} />;
  const leaveUnnamed = (declined: boolean) => {
    door?.countUnnamed({ declined });
    if (declined) showNotice({ text: t(door ? 'consent.notNowText' : 'consent.notNowNothing') });
    navigate(backHref);
  };
  if (step.type === 'consent')
    return (
      <ConsentStep
        work={work}
        heading={heading}
        hamlet={door?.hamlet}
        wasReadToRoom={door?.wasReadToRoom ?? false}
        onAgree={agree}
        onDecline={() => leaveUnnamed(true)}
      />
    );
  if (step.type === 'card')
    return (
      <CardStep
        heading={<TopBar title={t('citizens.scanTitle')} subtitle={title} {...back} />}
        error={step.error}
        alreadyHere={step.alreadyHere}
        onScan={readCard}
        onText={typeCard}
        onByHand={typeByHand}
        onCountOnly={() => leaveUnnamed(false)}
      />
    );
  return (
    <BegunPerson
      work={work}
      door={door}
      heading={heading}
      step={step}
      onChange={write}
      onReadCard={backToCard}
    />
  );
}

interface BegunPersonProps extends NewPersonViewProps {
  readonly heading: React.ReactNode;
  readonly step: Extract<NewPersonStep, { type: 'person' }>;
  readonly onChange: (citizen: RecordId, draft: PersonDraft) => void;
  /** Undefined once something has been written down by hand. */
  readonly onReadCard: (() => void) | undefined;
}

function BegunPerson({ work, door, heading, step, onChange, onReadCard }: BegunPersonProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [answers, setAnswers] = useState<SessionAnswers>({ need: undefined, wasCounted: false });
  const [draft, setDraft] = useState(step.draft);
  const { citizen } = step;
  const finish = (done: PersonDraft) => {
    onChange(citizen, done);
    finishPerson(work, citizen);
    if (!door) return navigate(`/nguoi-dan/${citizen}`);
    const born = findBirth(done);
    const ageBand = born === undefined ? undefined : findAgeBand(born, dayOfInstant(work.now()));
    const number = door.findNumber(citizen) ?? door.admit({ citizen, sex: done.sex, ageBand, ...answers });
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
    />
  );
}
