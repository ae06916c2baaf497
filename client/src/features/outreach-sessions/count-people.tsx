/** The two ways of taking somebody in: counted with one tap, or written down to be helped. */
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { countHeads, describeHead, takeHeadsBack } from './attendance-actions.ts';
import { CountedHead } from './counted-head.tsx';
import { usePress } from '../../ui/use-press.ts';
import { GroupSheet } from './group-sheet.tsx';
import type { AttendanceList } from './read-attendance.ts';
import styles from './session-view.module.css';

/** What it does, and under it what it asks of whoever presses it. */
function ButtonWords({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <span className={styles.buttonWords}>
      {label}
      <small>{hint}</small>
    </span>
  );
}

interface CountPeopleProps {
  readonly work: Work;
  readonly session: RecordId;
  readonly lists: readonly AttendanceList[];
}

export function CountPeople({ work, session, lists }: CountPeopleProps) {
  const { t } = useTranslation();
  const [isGroup, setGroup] = useState(false);
  const [lastKey, setLastKey] = useState<string>();
  const own = lists.find((list) => list.device === work.device);
  const last = own?.heads.find(([key]) => key === lastKey)?.[1];

  const press = usePress({
    onPress: () => setLastKey(countHeads(work, session, [{}])[0]),
    onLongPress: () => setGroup(true),
  });

  const countGroup = (people: number) => {
    const keys = countHeads(
      work,
      session,
      Array.from({ length: people }, () => ({})),
    );
    setGroup(false);
    setLastKey(undefined);
    showNotice({
      text: t('sessions.countedMany', { count: people }),
      action: { label: t('shell.action.undo'), onPress: () => takeHeadsBack(work, session, keys) },
    });
  };
  return (
    <>
      <div className={styles.pair}>
        <div data-testid="write-name">
          <LinkButton href={`/nguoi-moi?buoi=${session}`} icon="edit" wide>
            <ButtonWords label={t('sessions.recordToHelp')} hint={t('sessions.recordHint')} />
          </LinkButton>
        </div>
        <Button variant="secondary" data-testid="count-one" {...press}>
          <ButtonWords label={t('sessions.plusOne')} hint={t('sessions.plusOneHint')} />
        </Button>
        <Button variant="quiet" icon="people" data-testid="count-group" onClick={() => setGroup(true)}>
          {t('sessions.plusGroup')}
        </Button>
      </div>
      {lastKey !== undefined && last && (
        <CountedHead
          facts={last}
          onChange={(facts) => describeHead(work, session, { key: lastKey, ...facts })}
          onUndo={() => takeHeadsBack(work, session, [lastKey])}
        />
      )}
      {isGroup && <GroupSheet onCount={countGroup} onClose={() => setGroup(false)} />}
    </>
  );
}
