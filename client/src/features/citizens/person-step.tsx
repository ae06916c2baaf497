/** The person after the card: what was read, what to look at again, how to reach them, what they need. Saved as it is typed. */
import type { CardWarning, CardWarningCode } from '#shared/rules/card-warning';
import { formatDate } from '#shared/rules/format-vietnamese';
import type { CardReading } from '#shared/rules/id-card';
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { CardFacts } from './card-facts.tsx';
import styles from './citizens.module.css';
import { ContactFields } from './contact-fields.tsx';
import { DoubtList } from './doubt-list.tsx';
import { listDoubts } from './list-doubts.ts';
import { listDraftFaults, type PersonDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { SavedLine } from './saved-line.tsx';

interface PersonStepProps {
  readonly work: Pick<Work, 'now' | 'madeUpPeople'>;
  readonly heading: React.ReactNode;
  readonly initial: PersonDraft;
  /** Undefined when nothing was read, or when the page came back after a reload. */
  readonly reading: CardReading | undefined;
  /** Nothing of this person is on the disk yet: only a change or the end writes them down. */
  readonly isUnwritten: boolean;
  /** Shown above: somebody known, somebody alike. */
  readonly notes: React.ReactNode;
  /** Shown below: what a session asks besides. */
  readonly questions?: React.ReactNode;
  /** At the foot, and on the button: where this is no ordinary writing down. */
  readonly footnote?: string | undefined;
  readonly doneLabel?: string;
  readonly isBusy?: boolean;
  readonly onChange: (draft: PersonDraft) => void;
  readonly onDone: (draft: PersonDraft) => void;
  /** They do not want to after all. */
  readonly onDecline?: () => void;
}

export function PersonStep(props: PersonStepProps) {
  const { work, heading, initial, reading, isUnwritten, notes, questions, onChange, onDone } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [isEditing, setEditing] = useState(initial.enteredBy === 'hand' || initial.fullName === '');
  const [isTried, setTried] = useState(false);
  const [settled, setSettled] = useState<readonly CardWarningCode[]>([]);
  const faults = listDraftFaults(draft);
  const shownFaults = isTried ? faults : [];
  const today = dayOfInstant(work.now());
  const doubts = listDoubts(draft, reading, { today, practice: work.madeUpPeople });

  const change = (fields: Partial<PersonDraft>) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    onChange(next);
  };
  const settle = ({ code }: CardWarning) => {
    setSettled([...settled, code]);
    if (code === 'nameNeedsCheck') change({ nameNeedsCheck: false });
  };
  const finish = () => {
    setTried(true);
    if (faults.length === 0) onDone(draft);
    else if (faults.some((fault) => fault !== 'phoneUnreadable')) setEditing(true);
  };
  return (
    <Page actions={<StepActions {...props} onDone={finish} />}>
      {heading}
      {notes}
      <Card>
        <StepHead draft={draft} isEditing={isEditing} onEdit={() => setEditing(true)} />
        {isEditing ? (
          <PersonFields draft={draft} faults={shownFaults} onChange={change} />
        ) : (
          <CardFacts draft={draft} />
        )}
      </Card>
      <DoubtList
        doubts={doubts.filter(({ code }) => !settled.includes(code))}
        onSettle={settle}
        onWholeDate={({ raw }) => raw !== undefined && change({ born: formatDate(raw) })}
        onEdit={() => setEditing(true)}
      />
      <Card>
        <ContactFields draft={draft} faults={shownFaults} onChange={change} />
      </Card>
      {questions}
      <SavedLine
        draft={draft}
        text={props.footnote ?? t(isUnwritten ? 'citizens.notSavedYet' : 'citizens.savedAsTyped')}
      />
    </Page>
  );
}

type StepActionsProps = Pick<PersonStepProps, 'onDecline' | 'doneLabel' | 'isBusy'> & {
  readonly onDone: () => void;
};

function StepActions({ onDecline, onDone, doneLabel, isBusy }: StepActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      {onDecline && (
        <Button variant="secondary" onClick={onDecline} data-testid="person-no">
          {t('consent.notNow')}
        </Button>
      )}
      <Button wide={!onDecline} icon="check" busy={isBusy} onClick={onDone} data-testid="card-done">
        {doneLabel ?? t('citizens.done')}
      </Button>
    </>
  );
}

interface StepHeadProps {
  readonly draft: PersonDraft;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
}

function StepHead({ draft, isEditing, onEdit }: StepHeadProps) {
  const { t } = useTranslation();
  const isCard = draft.enteredBy === 'card';
  return (
    <div className={styles.head}>
      <Badge tone={isCard ? 'good' : 'lead'}>{t(isCard ? 'citizens.cardRead' : 'citizens.cardByHand')}</Badge>
      {!isEditing && (
        <Button variant="quiet" icon="edit" onClick={onEdit}>
          {t('citizens.editFacts')}
        </Button>
      )}
    </div>
  );
}
