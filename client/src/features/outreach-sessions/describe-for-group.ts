/** What the team may post in its group after a session: numbers, days and hamlets. No name, no number, no need of anybody. */
import type { RecordView } from '../../custody/record-store.ts';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { type Identify, type QueuedVisitor, type SessionCount } from './count-session.ts';
import type { SessionFacts } from './read-session.ts';

interface GroupFacts {
  readonly session: SessionFacts;
  readonly count: SessionCount;
  readonly visitors: readonly QueuedVisitor[];
  readonly citizens: readonly RecordView[];
  readonly dossiers: readonly RecordView[];
  readonly identify: Identify;
  /** Of practice: nobody takes it for a session that was held. */
  readonly isMarked?: boolean;
}

interface Appointment {
  readonly person: string;
  readonly citizen: string;
  readonly day: string;
}

/** One line each: the session, then every day on which somebody is still to be seen, then those without a day. */
export function describeForGroup(facts: GroupFacts, translator: Translator): string {
  const { session, count, visitors, identify } = facts;
  const { t } = translator;
  const kept = listAppointments(facts);
  const days = [...new Set(kept.map(({ day }) => day))].sort();
  const booked = new Set(kept.map(({ person }) => person));
  const left = visitors.filter(
    ({ state, visitor }) => state !== 'done' && !booked.has(identify(visitor.citizen)),
  );
  const place = { place: session.place, day: formatWeekdayAndDay(session.day, translator) };
  const lines = days.map((day) => {
    const there = kept.filter((one) => one.day === day);
    const people = new Set(there.map(({ person }) => person)).size;
    const line = { day: formatWeekdayAndDay(day, translator), count: people };
    return (
      t('teamwork.groupDay', line) +
      listHamlets(
        there.map(({ citizen }) => citizen),
        facts,
      )
    );
  });
  return [
    facts.isMarked === true && t('practice.banner'),
    t('teamwork.groupHead', { ...place, count: count.people }),
    count.done > 0 && t('teamwork.groupDone', { count: count.done }),
    ...lines,
    left.length > 0 &&
      t('teamwork.groupLeft', { count: left.length }) +
        listHamlets(
          left.map(({ visitor }) => visitor.citizen),
          facts,
        ),
  ]
    .filter((line) => line !== false)
    .join('\n');
}

function listAppointments({ session, dossiers, visitors, identify }: GroupFacts): Appointment[] {
  const here = new Set(visitors.map(({ visitor }) => identify(visitor.citizen)));
  return dossiers.flatMap(({ values }) => {
    const { appointment, lodging } = values as {
      appointment?: { day: string } | null;
      lodging?: { state: string } | null;
    };
    const citizen = String(values['citizen']);
    const isOurs = values['session'] === session.record || here.has(identify(citizen));
    if (!appointment || !isOurs || lodging?.state === 'lodged' || appointment.day < session.day) return [];
    return [{ person: identify(citizen), citizen, day: appointment.day }];
  });
}

function listHamlets(of: readonly string[], { citizens }: GroupFacts): string {
  const named = citizens
    .filter(({ record }) => of.includes(record))
    .flatMap(({ values }) => (typeof values['hamlet'] === 'string' ? [values['hamlet']] : []));
  const hamlets = [...new Set(named)].sort((a, b) => a.localeCompare(b, 'vi'));
  return hamlets.length === 0 ? '' : ` (${hamlets.join(', ')})`;
}
