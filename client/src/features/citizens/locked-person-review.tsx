/** One person who was written down locked: looked at, mended where it must be, then confirmed or let go. */
import { findConsentText } from '#data/consent-texts';
import type { Result } from '#shared/result';
import { useState } from 'react';
import type { EntryGone, LockedEntries } from '../../custody/locked-entries.ts';
import type { SaveTrouble } from '../../custody/save-trouble.ts';
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notices.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { GivenConsent } from './actions.ts';
import { decideLocked, findKnown } from './decide-locked.ts';
import { findHamlet } from './hamlet-names.ts';
import type { LockedPerson, WaitingPerson } from './locked-person.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonStep } from './person-step.tsx';
import { useKeptMends } from './use-kept-mends.ts';
import { listKnownHamlets } from './queries.ts';
import type { SessionDoor } from './session-door.ts';
import { type SessionAnswers, SessionQuestions } from './session-questions.tsx';

interface LockedPersonReviewProps {
  readonly work: Work;
  readonly locked: LockedEntries;
  readonly waiting: WaitingPerson;
  /** The session that is open here: they get its next number. */
  readonly door: SessionDoor | undefined;
  readonly onBack: () => void;
}

export function LockedPersonReview(props: LockedPersonReviewProps) {
  const { work, waiting, door, onBack } = props;
  const { t } = useTranslation();
  const { person } = waiting;
  const review = useReview(props);
  const { initial, draft, known, isFailed, isBusy, change, confirm, discard } = review;
  const [isAsking, setAsking] = useState(false);
  const number = door && (door.findNumber(known ?? person.citizen) ?? door.nextNumber);
  return (
    <>
      <PersonStep
        work={work}
        heading={<ReviewHeading person={person} number={number} onBack={onBack} />}
        initial={initial}
        reading={undefined}
        isUnwritten
        isBusy={isBusy}
        doneLabel={t('locked.confirm')}
        footnote={number === undefined ? t('locked.confirmHint') : t('locked.confirmHintNumber', { number })}
        notes={
          <>
            {isFailed && (
              <Banner tone="bad" live>
                {t('locked.decideFailed')}
              </Banner>
            )}
            <PersonNotes
              {...{ work, draft }}
              isKnown={known !== undefined}
              citizen={person.citizen}
              onReadCard={undefined}
            />
          </>
        }
        questions={
          <>
            <SaidYes given={person.given} />
            {door && <SessionQuestions door={door} answers={review.answers} onChange={review.setAnswers} />}
            <Button variant="quiet" onClick={() => setAsking(true)} data-testid="locked-discard">
              {t('locked.discard')}
            </Button>
          </>
        }
        onChange={change}
        onDone={(done) => void confirm(done)}
      />
      {isAsking && (
        <DiscardQuestion
          onClose={() => setAsking(false)}
          onDiscard={() => {
            setAsking(false);
            void discard();
          }}
        />
      )}
    </>
  );
}

function useReview({ work, locked, waiting, door, onBack }: LockedPersonReviewProps) {
  const { t } = useTranslation();
  const { entry, person } = waiting;
  const [initial] = useState(() => suggestHamlet(work, person.draft));
  const [draft, setDraft] = useState(initial);
  const [answers, setAnswers] = useState<SessionAnswers>({ need: undefined, wasCounted: false });
  const [isFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const keepMend = useKeptMends(
    (content) => void locked.amend(entry, content).then((amended) => setFailed(!amended.ok)),
  );
  const change = (next: PersonDraft) => {
    setDraft(next);
    keepMend(JSON.stringify({ ...person, draft: next }));
  };
  const settle = async (done: Promise<Result<void, SaveTrouble | EntryGone>>, text: string) => {
    setBusy(true);
    const settled = await done;
    setBusy(false);
    const isGone = !settled.ok && settled.error.type === 'gone';
    setFailed(!settled.ok && !isGone);
    if (!settled.ok && !isGone) return;
    showNotice({ text: isGone ? t('locked.settledElsewhere') : text });
    onBack();
  };
  const confirm = (done: PersonDraft) => {
    const decided = decideLocked(work, person, { done, session: door?.session, answers });
    return settle(
      locked.decide(entry, JSON.stringify(decided)),
      t('locked.confirmed', { name: done.fullName.trim() }),
    );
  };
  const discard = () => settle(locked.drop(entry), t('locked.discarded'));
  const known = findKnown(work, person, draft)?.record;
  return { initial, draft, answers, setAnswers, known, isFailed, isBusy, change, confirm, discard };
}

function DiscardQuestion({
  onClose,
  onDiscard,
}: {
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('locked.discardTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('locked.keep')}
          </Button>
          <Button variant="danger" onClick={onDiscard} data-testid="locked-discard-yes">
            {t('locked.discard')}
          </Button>
        </>
      }
    >
      {t('locked.discardText')}
    </Dialog>
  );
}

/** As an open book does it: what the card says, or where this team works. */
function suggestHamlet(work: Work, draft: PersonDraft): PersonDraft {
  if (draft.hamlet.trim() !== '') return draft;
  const printed = findHamlet(draft.residenceAsPrinted, listKnownHamlets(work));
  const own = draft.enteredBy === 'hand' ? work.member.hamlet : undefined;
  return { ...draft, hamlet: printed ?? own ?? '' };
}

interface ReviewHeadingProps {
  readonly person: LockedPerson;
  /** Theirs at the session that is open; undefined without one. */
  readonly number: string | undefined;
  readonly onBack: () => void;
}

function ReviewHeading({ person, number, onBack }: ReviewHeadingProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <>
      <PageHeading
        overline={t('locked.writtenAt', { when: formatDayAndTime(person.at, translator) })}
        title={number === undefined ? t('locked.reviewTitle') : t('citizens.newPersonNumber', { number })}
      />
      <Button variant="quiet" icon="back" onClick={onBack}>
        {t('shell.action.back')}
      </Button>
    </>
  );
}

/** What the person agreed to, and how, as it will stand in their record. */
function SaidYes({ given }: { readonly given: GivenConsent }) {
  const { t, language } = useTranslation();
  const text = findConsentText(given.textVersion);
  const purposes = (text?.purposes ?? []).filter(({ id }) => given.purposes.includes(id));
  const method = text?.answers.find(({ id }) => id === given.method)?.label[language] ?? '';
  const how = [method, given.witness.trim()].filter(Boolean).join(', ');
  return (
    <Card>
      <h2>{t('locked.saidYes', { how })}</h2>
      <ul>
        {purposes.map(({ id, label }) => (
          <li key={id}>{label[language]}</li>
        ))}
      </ul>
    </Card>
  );
}
