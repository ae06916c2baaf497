/** What is held about a person, in words and under its mask; and the boxes to mend it, saved as they are typed. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { formatDate } from '#shared/rules/format-vietnamese';
import { formatPhone } from '#shared/rules/phone';
import type { RecordView } from '../../custody/record-store.ts';
import { hasFailedSave } from '../../custody/list-unsaved.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CallLink } from '../../ui/call-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Section } from '../../ui/section.tsx';
import { savePerson } from './actions.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import styles from './citizens.module.css';
import { ContactFields } from './contact-fields.tsx';
import { MaskedNumber } from './masked-number.tsx';
import { listDraftFaults, type PersonDraft, readRecordIntoDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { SavedLine } from './saved-line.tsx';

interface HeldFactsProps {
  readonly work: Work;
  readonly person: RecordView;
}

export function HeldFacts({ work, person }: HeldFactsProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  // Somebody was sent here to mend a box: they come to the boxes, not to a button before them.
  const [isEditing, setEditing] = useState(search.has('sua'));
  const draft = readRecordIntoDraft(person.values);
  return (
    <Section
      title={t('citizens.held')}
      trailing={
        <Button
          variant="quiet"
          icon={isEditing ? 'check' : 'edit'}
          onClick={() => setEditing(!isEditing)}
          data-testid="person-edit"
        >
          {t(isEditing ? 'citizens.done' : 'citizens.editFacts')}
        </Button>
      }
    >
      <Card>
        {isEditing ? <Boxes work={work} person={person} initial={draft} /> : <Facts draft={draft} />}
      </Card>
    </Section>
  );
}

function Boxes({ work, person, initial }: HeldFactsProps & { readonly initial: PersonDraft }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const isSaveFailed = useSnapshot(work.store, () => hasFailedSave(work.store));
  const faults = listDraftFaults(draft);
  const change = (fields: Partial<PersonDraft>) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    // A name that is rubbed out for a moment must not leave a person without one.
    const isNameless = next.fullName.trim() === '';
    savePerson(
      work,
      { citizen: person.record, session: undefined },
      isNameless ? { ...next, fullName: initial.fullName } : next,
    );
  };
  return (
    <>
      <PersonFields draft={draft} faults={faults} onChange={change} />
      <ContactFields draft={draft} faults={faults} onChange={change} />
      <SavedLine draft={draft} text={t(isSaveFailed ? 'citizens.notOnPhone' : 'citizens.savedAsTyped')} />
    </>
  );
}

function Facts({ draft }: { readonly draft: PersonDraft }) {
  const { t } = useTranslation();
  const { personalId, phone, phoneOwner, residenceAsPrinted, idDocType, issueDate, oldIdNumber } = draft;
  return (
    <div className={styles.facts}>
      {personalId === '' ? <p>{t('citizens.handOnly')}</p> : <MaskedNumber personalId={personalId} />}
      {phone !== '' && (
        <div className={styles.number}>
          <span>
            {formatPhone(phone)}
            {phoneOwner && ` (${t(`citizens.phoneOwner.${phoneOwner}`)})`}
          </span>
          <CallLink phone={phone} label={t('shell.action.call')} />
        </div>
      )}
      {residenceAsPrinted !== '' && <p>{t('citizens.onCard', { residence: residenceAsPrinted })}</p>}
      {idDocType && issueDate && (
        <p className={styles.soft}>
          {t('citizens.issuedOn', { type: t(`citizens.docType.${idDocType}`), day: formatDate(issueDate) })}
        </p>
      )}
      {oldIdNumber && (
        <p className={styles.soft}>{t('citizens.oldIdNumber', { number: `•••${oldIdNumber.slice(-3)}` })}</p>
      )}
    </div>
  );
}
