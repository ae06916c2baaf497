/** On a person's page: that somebody took this and another record for one person, under which one they go on, and the way back. */
import type { SameAnswer } from '#shared/model/field-kinds';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import { groupPeople } from '#shared/rules/same-record';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';

interface JoinedRecordsProps {
  readonly work: Work;
  readonly person: RecordView;
}

export function JoinedRecords({ work, person }: JoinedRecordsProps) {
  const { t } = useTranslation();
  const citizens = work.store.listRecords('citizen');
  const chosen = findChosenRecord(work, person.record);
  return citizens
    .filter((other) => areSaidSame(person, other))
    .map((other) => {
      const name = String(other.values['fullName'] ?? '') || t('citizens.unnamed');
      return (
        <Banner
          key={other.record}
          title={t('teamwork.joinedRecords')}
          actions={
            <>
              <LinkButton href={`/nguoi-dan/${other.record}`} variant="secondary">
                {t('citizens.openPerson', { name })}
              </LinkButton>
              <Button variant="quiet" onClick={() => part(person, other)} data-testid="twin-part">
                {t('teamwork.partRecords')}
              </Button>
            </>
          }
        >
          {t(chosen === person.record ? 'teamwork.joinedFrom' : 'teamwork.joinedInto', { name })}
        </Banner>
      );
    });

  /** Taken away where it was said, by whichever phone; nothing else of the two records changes. */
  function part(one: RecordView, other: RecordView): void {
    const said = [...listSayings(one, other), ...listSayings(other, one)];
    write(said.map((saying) => ({ ...saying, value: null })));
    showNotice({
      text: t('teamwork.parted'),
      action: { label: t('shell.action.undo'), onPress: () => write(said) },
    });
  }

  function write(sayings: readonly Saying[]): void {
    for (const { record, path, value } of sayings) {
      work.drafts.editRecord({ collection: 'citizen', record, patch: { [path]: value } });
      void work.drafts.finishEditing(record);
    }
  }
}

interface Saying {
  readonly record: RecordId;
  readonly path: string;
  readonly value: Json;
}

/** The record under which a new dossier of this person goes on. */
export function findChosenRecord(work: Work, citizen: RecordId): RecordId {
  const groups = groupPeople(work.store.listRecords('citizen'));
  return (groups.get(citizen) ?? citizen) as RecordId;
}

function areSaidSame(one: RecordView, other: RecordView): boolean {
  return one.record !== other.record && (saysSame(one, other) || saysSame(other, one));
}

function saysSame(from: RecordView, to: RecordView): boolean {
  return listSayings(from, to).length > 0;
}

function listSayings({ record, values }: RecordView, to: RecordView): Saying[] {
  const path = `sameAs/${to.record}`;
  const value = values[path] as SameAnswer | undefined;
  return value?.is === 'same' ? [{ record, path, value: value as Json }] : [];
}
