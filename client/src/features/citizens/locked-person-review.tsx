/** One person who was written down locked: looked at, mended where it must be, then confirmed or let go. */
import { findConsentText } from '#data/consent-texts';
import type { Result } from '#shared/result';
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
import { layOverKnown, type LockedPerson, type WaitingPerson } from './locked-person.ts';
import { type PersonDraft, readRecordIntoDraft } from './person-draft.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonStep } from './person-step.tsx';
import { useKeptMends } from './use-kept-mends.ts';
import { listByNumber, listKnownHamlets } from './queries.ts';

interface LockedPersonReviewProps {
  readonly work: Work;
  readonly locked: LockedEntries;
  readonly waiting: WaitingPerson;
  readonly onBack: () => void;
}

export function LockedPersonReview(props: LockedPersonReviewProps) {
  const { work, waiting, onBack } = props;
  const { t } = useTranslation();
  const { person } = waiting;
  const { initial, draft, isKnown, isFailed, isBusy, change, confirm, discard } = useReview(props);
  const [isAsking, setAsking] = useState(false);
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
            <PersonNotes {...{ work, isKnown, draft }} citizen={person.citizen} onReadCard={undefined} />
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

function useReview({ work, locked, waiting, onBack }: LockedPersonReviewProps) {
  const { t } = useTranslation();
  const { entry, person } = waiting;
  const [initial] = useState(() => suggestHamlet(work, person.draft));
  const [draft, setDraft] = useState(initial);
  const [isFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const keepMend = useKeptMends(
    (content) => void locked.amend(entry, content).then((amended) => setFailed(!amended.ok)),
  );
  const change = (next: PersonDraft) => {
    setDraft(next);
    keepMend(JSON.stringify({ ...person, draft: next }));
  };
  const settle = async (done: Promise<Result<void, unknown>>, text: string) => {
    setBusy(true);
    const settled = await done;
    setBusy(false);
    setFailed(!settled.ok);
    if (!settled.ok) return;
    showNotice({ text });
    onBack();
  };
  const confirm = (done: PersonDraft) => {
    const decided = locked.decide(entry, JSON.stringify(decide(work, person, done)));
    return settle(decided, t('locked.confirmed', { name: done.fullName.trim() }));
  };
  const discard = () => settle(locked.drop(entry), t('locked.discarded'));
  const isKnown = findKnown(work, draft) !== undefined;
  return { initial, draft, isKnown, isFailed, isBusy, change, confirm, discard };
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
