/** Two sessions of one place and day: asked whether they are one, and shown as one where somebody said so. Deletes neither. */
import type { RecordId } from '#shared/ids';
import type { SameAnswer } from '#shared/model/field-kinds';
import { foldText } from '#shared/rules/search-text';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { judgeSameSession } from './actions.ts';
import type { SessionFacts } from './read-session.ts';

interface SameSessionsProps {
  readonly work: Work;
  readonly sessions: readonly SessionFacts[];
}

export function SameSessions({ work, sessions }: SameSessionsProps) {
  const { t } = useTranslation();
  return listPairs(sessions).flatMap(({ first, second }) => {
    const said = findAnswer(work, first.record, second.record);
    if (said?.is === 'different') return [];
    const pair = { first: first.record, second: second.record };
    const facts = {
      ...{ place: first.place, one: formatTime(first.openedAt), other: formatTime(second.openedAt) },
      ...{ name: first.leader, second: second.leader },
    };
    return (
      <Banner
        key={first.record + second.record}
        {...(!said && { tone: 'attention' })}
        title={said ? t('teamwork.sessionsJoined', facts) : t('teamwork.sessionsTwin')}
        actions={
          said ? (
            <Button variant="quiet" onClick={() => judgeSameSession(work, pair, null)}>
              {t('teamwork.sessionsPart')}
            </Button>
          ) : (
            <>
              <Button
                variant="secondary"
                onClick={() => judgeSameSession(work, pair, 'same')}
                data-testid="session-same"
              >
                {t('teamwork.sessionsSame')}
              </Button>
              <Button variant="secondary" onClick={() => judgeSameSession(work, pair, 'different')}>
                {t('teamwork.sessionsDifferent')}
              </Button>
            </>
          )
        }
      >
        {!said && t('teamwork.sessionsTwinText', facts)}
      </Banner>
    );
  });
}

/** Earlier and later, of those whose place reads the same. */
function listPairs(sessions: readonly SessionFacts[]) {
  const inOrder = [...sessions].sort((a, b) => a.openedAt - b.openedAt || (a.record < b.record ? -1 : 1));
  return inOrder.flatMap((second, at) => {
    const first = inOrder
      .slice(0, at)
      .find(({ day, place }) => day === second.day && foldText(place) === foldText(second.place));
    return first ? [{ first, second }] : [];
  });
}

function findAnswer(work: Work, first: RecordId, second: RecordId): SameAnswer | undefined {
  const read = (from: RecordId, to: RecordId) =>
    work.store.findRecord(from)?.values[`sameAs/${to}`] as SameAnswer | undefined;
  return read(second, first) ?? read(first, second);
}
