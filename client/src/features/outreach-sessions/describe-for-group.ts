/** What the team may post in its group after a session: sums and days. No name, no hamlet, no age, no need of anybody. */
import { foldText } from '#shared/rules/search-text';
import type { RecordView } from '../../custody/record-store.ts';
import { dayOfInstant, formatTime, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Identify, QueuedVisitor, SessionCount } from './count-session.ts';
import { listGroupDays } from './list-group-days.ts';
import type { Machines } from './list-machines.ts';
import type { SessionFacts } from './read-session.ts';

export interface GroupFacts {
  readonly session: SessionFacts;
  readonly commune: string;
  readonly count: SessionCount;
  readonly visitors: readonly QueuedVisitor[];
  readonly dossiers: readonly RecordView[];
  readonly accounts: readonly RecordView[];
  readonly identify: Identify;
  readonly machines: Machines;
  /** Milliseconds: when the sums were drawn up. */
  readonly at: number;
  /** Of practice: nobody takes it for a session that was held. */
  readonly isMarked: boolean;
}

/** One line each: the session, then every day on which somebody is still to be seen, then those without a day. */
export function describeForGroup(facts: GroupFacts, translator: Translator): string {
  const { session, count, visitors, identify } = facts;
  const { t } = translator;
  const days = listGroupDays(facts);
  const booked = new Set(days.flatMap(({ people }) => people));
  // Of a number that a code told, nobody here knows whether a day is agreed.
  const left = visitors.filter(
    ({ state, visitor, isHere }) => isHere && state !== 'done' && !booked.has(identify(visitor.citizen)),
  );
  const today = dayOfInstant(facts.at);
  const day = formatWeekdayAndDay(session.day, translator, today);
  return [
    facts.isMarked && t('practice.banner'),
    t('teamwork.groupHead', { place: describePlace(session, translator), day, count: count.people }),
    count.done > 0 && t('teamwork.groupDone', { count: count.done }),
    ...days.map((one) =>
      t(one.isPolice ? 'teamwork.groupPolice' : 'teamwork.groupDay', {
        day: formatWeekdayAndDay(one.day, translator, today),
        count: one.people.length,
      }),
    ),
    left.length > 0 && t('teamwork.groupLeft', { count: left.length }),
    ...describeSources(facts, translator),
  ]
    .filter((line) => line !== false)
    .join('\n');
}

/** What stands on the picture for everybody of the commune's group: less than in the team's own text. */
export interface GroupPicture {
  readonly mark: string | undefined;
  readonly commune: string;
  readonly place: string;
  readonly day: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly days: readonly string[];
  /** Whose figures these are, and what is not in them. */
  readonly sources: readonly string[];
}

/** Not who goes to the police, not who did not want to: one of them might be known by it. */
export function describePicture(facts: GroupFacts, translator: Translator): GroupPicture {
  const { session, commune, count, at } = facts;
  const { t } = translator;
  const today = dayOfInstant(at);
  const days = new Map<string, Set<string>>();
  for (const { day, people } of listGroupDays(facts))
    days.set(day, new Set([...(days.get(day) ?? []), ...people]));
  return {
    mark: facts.isMarked ? t('practice.banner') : undefined,
    ...{
      commune,
      place: describePlace(session, translator),
      day: formatWeekdayAndDay(session.day, translator, today),
    },
    figures: [
      { value: String(count.people), label: t('sessions.present') },
      ...(count.done > 0 ? [{ value: String(count.done), label: t('teamwork.pictureDone') }] : []),
    ],
    days: [...days]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, people]) =>
        t('teamwork.pictureDay', { day: formatWeekdayAndDay(day, translator, today), count: people.size }),
      ),
    sources: [t('teamwork.pictureSource', { time: formatTime(at) }), ...describeSources(facts, translator)],
  };
}

/** Whose house it was is for the team to know. */
const AT_SOMEBODYS =
  /(?:^|[^\p{L}])(?:nhà|gia\s+đình|hộ)\s+(?:ông|bà|bác|cô|dì|chú|cậu|mợ|thím|anh|chị|em|cụ|thầy)(?=$|[^\p{L}])/iu;
/** Typed without any mark. */
const BARELY = /\b(?:nha|gia dinh|ho) (?:ong|ba|bac|co|di|chu|cau|mo|thim|anh|chi|em|cu|thay)(?= |$)/;
const LONG_NUMBER = /\d(?:[\s.()\-–—_]{0,3}\d){7,}/;

function describePlace({ place, hamlet = '' }: SessionFacts, { t }: Translator): string {
  if (!isSomebodys(place)) return place;
  const isNamed = hamlet.trim() !== '' && !isSomebodys(hamlet);
  return isNamed ? t('teamwork.groupAtHome', { hamlet }) : t('teamwork.groupAtSomeHome');
}

function isSomebodys(text: string): boolean {
  const written = text.normalize('NFC');
  // Where marks stand, a word without one is another word: `nhà cổ` is nobody's.
  const isBare = !/[^\p{ASCII}]/u.test(written);
  return (
    AT_SOMEBODYS.test(written) || (isBare && BARELY.test(foldText(written))) || LONG_NUMBER.test(written)
  );
}

function describeSources({ machines }: GroupFacts, { t }: Translator): string[] {
  const told = machines.here.filter(({ toldAt }) => toldAt !== undefined);
  return [
    ...told.map(({ letter = '', toldAt = 0 }) =>
      t('teamwork.groupTold', { letter, time: formatTime(toldAt) }),
    ),
    ...machines.silent.map((letter) => t('teamwork.groupSilent', { letter })),
  ];
}
