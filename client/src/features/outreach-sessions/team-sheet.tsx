/** Who of the team is here, since when, who has left and who is still to come. Whoever has no phone is noted by a colleague. */
import { type FormEvent, useState } from 'react';
import { foldText } from '#shared/rules/search-text';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { TextField } from '../../ui/text-field.tsx';
import { listRoster, type RosterRow } from './list-roster.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';
import { excuseMember, expectMember, noteArrival, noteLeaving } from './roster-actions.ts';

interface TeamSheetProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly onClose: () => void;
}

export function TeamSheet({ work, session, onClose }: TeamSheetProps) {
  const { t } = useTranslation();
  const roster = listRoster(session, work.teamMembers);
  const own = roster.find(({ id }) => id === work.member.id);
  return (
    <Sheet
      title={t('sessions.teamTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        own?.state === 'here' ? (
          <Button variant="secondary" wide onClick={() => noteLeaving(work, session.record)}>
            {t('sessions.teamLeave')}
          </Button>
        ) : (
          <Button wide onClick={() => noteArrival(work, session.record)}>
            {t(own?.state === 'left' ? 'sessions.teamReturn' : 'sessions.teamJoin')}
          </Button>
        )
      }
    >
      <List label={t('sessions.teamTitle')}>
        {roster.map((row) => (
          <MemberRow key={row.id} work={work} session={session} row={row} onClose={onClose} />
        ))}
      </List>
      <p>{t('sessions.teamHint')}</p>
      <AddMember work={work} session={session} roster={roster} />
    </Sheet>
  );
}

interface MemberRowProps extends TeamSheetProps {
  readonly row: RosterRow;
}

function MemberRow(props: MemberRowProps) {
  const translator = useTranslation();
  const { work, row } = props;
  const { id, name, state } = row;
  return (
    <ListRow
      leading={<Initials name={name} tone={state === 'here' ? 'lead' : 'neutral'} />}
      title={name}
      subtitle={describePresence(row, translator)}
      actions={id !== work.member.id && <MemberActions {...props} />}
    />
  );
}

/** For a colleague; one's own coming and going is at the foot of the sheet. */
function MemberActions({ work, session: { record }, row, onClose }: MemberRowProps) {
  const { t } = useTranslation();
  const { name, state } = row;
  const excuse = () => {
    const undo = excuseMember(work, record, row);
    // The notice, with the way back, stands under the sheet.
    onClose();
    showNotice({
      text: t('sessions.teamExcused', { name }),
      action: { label: t('shell.action.undo'), onPress: undo },
    });
  };
  if (state === 'here')
    return (
      <Button
        variant="secondary"
        aria-label={t('sessions.memberLeavesName', { name })}
        onClick={() => noteLeaving(work, record, row)}
      >
        {t('sessions.memberLeaves')}
      </Button>
    );
  return (
    <>
      {state === 'awaited' && (
        <Button variant="quiet" aria-label={t('sessions.memberExcusedName', { name })} onClick={excuse}>
          {t('sessions.memberExcused')}
        </Button>
      )}
      <Button
        variant="secondary"
        aria-label={t(state === 'left' ? 'sessions.memberReturnsName' : 'sessions.memberComesName', { name })}
        onClick={() => noteArrival(work, record, row)}
      >
        {t(state === 'left' ? 'sessions.memberReturns' : 'sessions.memberComes')}
      </Button>
    </>
  );
}

function describePresence({ member }: RosterRow, { t }: Translator): string {
  if (!member) return t('sessions.teamAwaited');
  const { inAt, backAt, outAt } = member;
  const time = formatTime(inAt);
  if (outAt !== undefined) return t('sessions.teamInOut', { time, left: formatTime(outAt) });
  return backAt === undefined
    ? t('sessions.teamIn', { time })
    : t('sessions.teamInBack', { time, back: formatTime(backAt) });
}

const LONGEST_NAME = 80;

interface AddMemberProps extends Pick<TeamSheetProps, 'work' | 'session'> {
  readonly roster: readonly RosterRow[];
}

function AddMember({ work, session, roster }: AddMemberProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [added, setAdded] = useState<string>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    const known = roster.find((row) => foldText(row.name) === foldText(typed));
    if (typed === '') return setError(t('shell.field.required'));
    if (known) return setError(t('sessions.memberKnown', { name: known.name }));
    expectMember(work, session.record, typed);
    setName('');
    setAdded(typed);
  };
  return (
    <form onSubmit={add} noValidate className={styles.addMember}>
      <TextField
        data-testid="member-name"
        label={t('sessions.memberName')}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={(typed) => {
          setName(typed);
          setError(undefined);
        }}
        error={error}
      />
      <Button type="submit" variant="secondary" icon="plus" wide data-testid="member-add">
        {t('sessions.memberAdd')}
      </Button>
      <p role="status">{added !== undefined && t('sessions.memberAdded', { name: added })}</p>
    </form>
  );
}
