/** Who of the team is here, since when, and who has left: everybody says so for themselves. */
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { noteArrival, noteLeaving } from './actions.ts';
import type { SessionFacts, SessionMember } from './read-session.ts';

interface TeamSheetProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly onClose: () => void;
}

export function TeamSheet({ work, session, onClose }: TeamSheetProps) {
  const { t } = useTranslation();
  const own = session.members.find((member) => member.id === work.member.id);
  const isHere = own !== undefined && own.outAt === undefined;
  return (
    <Sheet
      title={t('sessions.teamTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        isHere ? (
          <Button variant="secondary" wide onClick={() => noteLeaving(work, session.record)}>
            {t('sessions.teamLeave')}
          </Button>
        ) : (
          <Button wide onClick={() => noteArrival(work, session.record)}>
            {t(own ? 'sessions.teamReturn' : 'sessions.teamJoin')}
          </Button>
        )
      }
    >
      <List label={t('sessions.teamTitle')}>
        {session.members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </List>
      <p>{t('sessions.teamHint')}</p>
    </Sheet>
  );
}

function MemberRow({ member: { name, inAt, outAt } }: { readonly member: SessionMember }) {
  const { t } = useTranslation();
  const time = formatTime(inAt);
  return (
    <ListRow
      leading={<Initials name={name} tone={outAt === undefined ? 'lead' : 'neutral'} />}
      title={name}
      subtitle={
        outAt === undefined
          ? t('sessions.teamIn', { time })
          : t('sessions.teamInOut', { time, left: formatTime(outAt) })
      }
    />
  );
}
