/** Looks through the people who were written down while the phone was locked: each becomes an ordinary record, or is let go. */
import { type ReactNode, useState } from 'react';
import type { LockedEntries, LockedEntry } from '../../custody/locked-entries.ts';
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useFreshScreen } from '../../ui/use-fresh-screen.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { LockedPersonReview } from './locked-person-review.tsx';
import type { SessionDoor } from './session-door.ts';
import { readLockedPerson, type WaitingPerson } from './locked-person.ts';

interface LockedReviewViewProps {
  readonly work: Work;
  readonly locked: LockedEntries;
  /** The session that is open here; undefined without one. */
  readonly door: SessionDoor | undefined;
  /** What is to be known of it before somebody is let in. */
  readonly notice: ReactNode;
  readonly backHref: string;
}

export function LockedReviewView({ work, locked, door, notice, backHref }: LockedReviewViewProps) {
  const { t } = useTranslation();
  const snapshot = useSnapshot(locked, locked.getSnapshot);
  const [chosen, setChosen] = useState<string>();
  const { waiting, unread } = listWaiting(snapshot.entries);
  const one = waiting.find(({ entry }) => entry === chosen);
  useFreshScreen(one?.entry ?? 'list');
  if (one)
    return (
      <LockedPersonReview
        key={one.entry}
        work={work}
        locked={locked}
        waiting={one}
        door={door}
        onBack={() => setChosen(undefined)}
      />
    );
  const damaged = snapshot.damaged + unread;
  return (
    <Page>
      <TopBar
        title={t('locked.reviewTitle')}
        help={t('locked.reviewHelp')}
        backHref={backHref}
        backLabel={t('shell.action.back')}
      />
      {waiting.length > 0 && notice}
      {damaged > 0 && <Banner tone="attention">{t('locked.damaged', { count: damaged })}</Banner>}
      {waiting.length > 0 ? (
        <WaitingList waiting={waiting} onChoose={setChosen} />
      ) : (
        <EmptyState
          icon="check"
          title={t('locked.nothingWaits')}
          actions={<LinkButton href={backHref}>{t('frame.nav.today')}</LinkButton>}
        />
      )}
    </Page>
  );
}

interface WaitingListProps {
  readonly waiting: readonly WaitingPerson[];
  readonly onChoose: (entry: string) => void;
}

function WaitingList({ waiting, onChoose }: WaitingListProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <List>
      {waiting.map(({ entry, person: { draft, at } }) => {
        const name = draft.fullName.trim() || t('citizens.unnamed');
        return (
          <ListRow
            key={entry}
            leading={<Initials name={name} />}
            title={name}
            subtitle={[draft.born, t('locked.writtenAt', { when: formatDayAndTime(at, translator) })]
              .filter(Boolean)
              .join(' · ')}
            onClick={() => onChoose(entry)}
          />
        );
      })}
    </List>
  );
}

/** In the order in which they were written; those that a person has said yes to are being written down already. */
function listWaiting(entries: readonly LockedEntry[]): {
  readonly waiting: readonly WaitingPerson[];
  readonly unread: number;
} {
  const open = entries.filter(({ isDecided }) => !isDecided);
  const waiting = open.flatMap(({ entry, content }) => {
    const person = readLockedPerson(content);
    return person ? [{ entry, person }] : [];
  });
  waiting.sort((a, b) => a.person.at - b.person.at);
  return { waiting, unread: open.length - waiting.length };
}
