/** Who waits, who is being helped, who is done. Any phone may take the next person. */
import type { RecordId } from '#shared/ids';
import type { Visitor } from '#shared/model/attendance';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { List } from '../../ui/list.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { moveVisitor } from './attendance-actions.ts';
import { listCalls, type QueuedVisitor } from './count-session.ts';
import type { Outcome } from './describe-outcome.ts';
import { describeNeed } from './list-needs.ts';
import { VisitorRow } from './visitor-row.tsx';

type FindOutcome = (visitor: QueuedVisitor, name: string) => Outcome | undefined;

interface VisitorQueueProps {
  readonly work: Work;
  readonly session: RecordId;
  readonly visitors: readonly QueuedVisitor[];
  readonly citizens: readonly RecordView[];
  /** What came of somebody who is done; undefined where nothing was written but the person. */
  readonly findOutcome: FindOutcome;
  /** A closed session is only read. */
  readonly isOpen: boolean;
}

const GROUPS = [
  ['waiting', 'queueWaiting'],
  ['inHand', 'queueInHand'],
  ['done', 'queueDone'],
] as const;

export function VisitorQueue({ visitors, citizens, ...shared }: VisitorQueueProps) {
  const { t } = useTranslation();
  return GROUPS.map(([state, title]) => {
    const group = visitors.filter((visitor) => visitor.state === state);
    if (group.length === 0) return null;
    return (
      <Section key={state} title={`${t(`sessions.${title}`)} (${group.length})`}>
        <List>
          {group.map((visitor) =>
            visitor.isHere ? (
              <QueueRow
                key={visitor.label}
                {...shared}
                visitor={visitor}
                citizen={citizens.find((one) => one.record === visitor.visitor.citizen)}
              />
            ) : (
              <ToldRow key={visitor.label} visitor={visitor} isOpen={shared.isOpen} />
            ),
          )}
        </List>
      </Section>
    );
  });
}

/** Known by the code of another phone alone: that phone calls. */
function ToldRow({ visitor, isOpen }: { readonly visitor: QueuedVisitor; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const { label, told, toldAs, state } = visitor;
  const letter = told?.letter ?? '';
  return (
    <VisitorRow
      number={label}
      name={t(isOpen && state === 'waiting' ? 'teamwork.calledThere' : 'teamwork.toldNumber', { letter })}
      details={[
        toldAs?.table !== undefined && t('teamwork.toldTable', { table: toldAs.table }),
        t('teamwork.toldBy', { letter, time: formatTime(told?.at ?? 0) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      href={undefined}
      custody={undefined}
    />
  );
}

interface QueueRowProps extends Omit<VisitorQueueProps, 'visitors' | 'citizens'> {
  readonly visitor: QueuedVisitor;
  readonly citizen: RecordView | undefined;
}

function QueueRow({ work, session, visitor, citizen, isOpen, findOutcome }: QueueRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { label: number, state } = visitor;
  const fullName = citizen?.values['fullName'];
  const name = typeof fullName === 'string' ? fullName : t('sessions.unknownPerson');
  const move = (next: Visitor['state']) => {
    moveVisitor(work, { session, visitor, state: next });
    showNotice({
      text: t(next === 'inHand' ? 'sessions.calledNotice' : 'sessions.finishedNotice', { number, name }),
      action: {
        label: t('shell.action.undo'),
        onPress: () => moveVisitor(work, { session, visitor, state }),
      },
    });
  };
  const outcome = state === 'done' ? findOutcome(visitor, name) : undefined;
  const custody =
    outcome ?? describeCustody(work.readCustody(citizen?.record ?? visitor.record), undefined, translator);
  return (
    <VisitorRow
      number={number}
      name={name}
      details={describeVisitor(visitor, citizen, translator)}
      href={citizen && `/nguoi-dan/${citizen.record as RecordId}`}
      custody={{ level: custody.level, tone: custody.tone, label: custody.transport }}
      outcome={outcome?.words.join(' · ')}
      action={
        isOpen && state !== 'done'
          ? {
              label: state === 'waiting' ? t('sessions.call') : t('sessions.finish'),
              spoken: t(state === 'waiting' ? 'sessions.callPerson' : 'sessions.finishPerson', {
                number,
                name,
              }),
              onPress: () => move(state === 'waiting' ? 'inHand' : 'done'),
            }
          : undefined
      }
      slip={
        citizen && state === 'done'
          ? {
              href: `/nguoi-dan/${citizen.record}/phieu`,
              label: t('slips.open'),
            }
          : undefined
      }
      undo={
        isOpen && state === 'inHand'
          ? {
              label: t('sessions.backToQueue'),
              spoken: t('sessions.backToQueuePerson', { number, name }),
              onPress: () => moveVisitor(work, { session, visitor, state: 'waiting' }),
            }
          : undefined
      }
    />
  );
}

function describeVisitor(
  visitor: QueuedVisitor,
  citizen: RecordView | undefined,
  translator: ReturnType<typeof useTranslation>,
): string {
  const { t } = translator;
  const { entries, number, label, owner, told, toldAs } = visitor;
  const born = citizen?.values['dateOfBirth'];
  const others = entries.slice(1).map((entry) => entry.label);
  return [
    typeof born === 'string' && born.slice(0, 4),
    describeNeed(visitor.visitor.need, translator),
    others.length > 0 && t('sessions.alsoAs', { numbers: others.join(', ') }),
    number !== label && t('teamwork.numberOf', { name: owner }),
    describeCalls(visitor, translator),
    // Further than this phone's own word of them.
    told &&
      toldAs &&
      toldAs.state !== visitor.visitor.state &&
      t('teamwork.toldBy', { letter: told.letter, time: formatTime(told.at) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function describeCalls(visitor: QueuedVisitor, { t }: ReturnType<typeof useTranslation>): string | undefined {
  if (visitor.state !== 'inHand') return undefined;
  const calls = listCalls(visitor).map(({ table, by }) =>
    table === undefined ? t('teamwork.atHand', { name: by }) : t('teamwork.atTable', { table, name: by }),
  );
  return calls.length > 1 ? t('teamwork.calledTwice', { who: calls.join('; ') }) : calls[0];
}
