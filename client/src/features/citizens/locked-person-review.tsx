/** One person who was written down locked: looked at, mended where it must be, then confirmed or let go. */
import { findConsentText } from '#data/consent-texts';
import { useState } from 'react';
import type { LockedEntries } from '../../custody/locked-entries.ts';
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
import { findHamlet } from './hamlet-names.ts';
import { layOverKnown, type LockedPerson } from './locked-person.ts';
import type { WaitingPerson } from './locked-review-view.tsx';
import { type PersonDraft, readRecordIntoDraft } from './person-draft.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonStep } from './person-step.tsx';
import { listByNumber, listKnownHamlets } from './queries.ts';

interface LockedPersonReviewProps {
  readonly work: Work;
  readonly locked: LockedEntries;
  readonly waiting: WaitingPerson;
  readonly onBack: () => void;
}

export function LockedPersonReview({ work, locked, waiting, onBack }: LockedPersonReviewProps) {
  const { t } = useTranslation();
  const { entry, person } = waiting;
  const [initial] = useState(() => suggestHamlet(work, person.draft));
  const [draft, setDraft] = useState(initial);
  const [isFailed, setFailed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const known = findKnown(work, draft);
  const confirm = async (done: PersonDraft) => {
    setBusy(true);
    const decided = await locked.decide(entry, JSON.stringify(decide(work, person, done)));
    setBusy(false);
    setFailed(!decided.ok);
    if (!decided.ok) return;
    showNotice({ text: t('locked.confirmed', { name: done.fullName.trim() }) });
    onBack();
  };
  const discard = async () => {
    setAsking(false);
    const dropped = await locked.drop(entry);
    setFailed(!dropped.ok);
    if (!dropped.ok) return;
    showNotice({ text: t('locked.discarded') });
    onBack();
  };
  return (
    <>
      <PersonStep
        work={work}
        heading={<ReviewHeading person={person} onBack={onBack} />}
        initial={initial}
        reading={undefined}
        isUnwritten
        isBusy={isBusy}
        doneLabel={t('locked.confirm')}
        footnote={t('locked.confirmHint')}
        notes={
          <>
            {isFailed && (
              <Banner tone="bad" live>
                {t('locked.decideFailed')}
              </Banner>
            )}
            <PersonNotes
              work={work}
              citizen={person.citizen}
              isKnown={known !== undefined}
              draft={draft}
              onReadCard={undefined}
            />
          </>
        }
        questions={
          <>
            <SaidYes given={person.given} />
            <Button variant="quiet" onClick={() => setAsking(true)} data-testid="locked-discard">
              {t('locked.discard')}
            </Button>
          </>
        }
        onChange={setDraft}
        onDone={(done) => void confirm(done)}
      />
      {isAsking && (
        <Dialog
          title={t('locked.discardTitle')}
          closeLabel={t('shell.action.close')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button variant="secondary" onClick={() => setAsking(false)}>
                {t('locked.keep')}
              </Button>
              <Button variant="danger" onClick={() => void discard()} data-testid="locked-discard-yes">
                {t('locked.discard')}
              </Button>
            </>
          }
        >
          {t('locked.discardText')}
        </Dialog>
      )}
    </>
  );
}

/** As an open book does it: what the card says, or where this team works. */
function suggestHamlet(work: Work, draft: PersonDraft): PersonDraft {
  if (draft.hamlet.trim() !== '') return draft;
  const printed = findHamlet(draft.residenceAsPrinted, listKnownHamlets(work));
  const own = draft.enteredBy === 'hand' ? work.member.hamlet : undefined;
  return { ...draft, hamlet: printed ?? own ?? '' };
}

/** Equal numbers are one person: the record that is here goes on. */
function findKnown(work: Work, { personalId }: PersonDraft) {
  const number = personalId.replace(/\s/g, '');
  return number === '' ? undefined : listByNumber(work, number)[0];
}

function decide(work: Work, person: LockedPerson, done: PersonDraft): LockedPerson {
  const known = findKnown(work, done);
  if (!known) return { ...person, draft: done };
  const draft = layOverKnown(readRecordIntoDraft(known.values), done);
  return { ...person, citizen: known.record, draft, isKnown: true };
}

function ReviewHeading({ person, onBack }: { readonly person: LockedPerson; readonly onBack: () => void }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <>
      <PageHeading
        overline={t('locked.writtenAt', { when: formatDayAndTime(person.at, translator) })}
        title={t('locked.reviewTitle')}
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
