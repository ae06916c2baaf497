/** What came of somebody who was helped at a session: lodged, to be seen on a day, at the police. Words and ticks; changes nothing. */
import type { Lodging } from '#shared/model/dossier';
import { describeBefore, describeCustody } from '../../custody/describe-custody.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';

/** Records that were written for one person at one session. */
export interface Results {
  readonly dossiers: readonly RecordView[];
  readonly accounts: readonly RecordView[];
}

/** `citizens`: every record of that person. Whatever another session began says nothing of this one. */
export function listResults(
  { dossiers, accounts }: Results,
  of: { readonly citizens: readonly string[]; readonly sessions: readonly string[] },
): Results {
  const isOurs = ({ values }: RecordView) =>
    of.citizens.includes(String(values['citizen'])) && of.sessions.includes(String(values['session']));
  return { dossiers: dossiers.filter(isOurs), accounts: accounts.filter(isOurs) };
}

export interface Outcome {
  /** Where it stands, a dossier or account each. */
  readonly words: readonly string[];
  /** As far as the record that is least far. */
  readonly level: 0 | 1 | 2 | 3;
  readonly tone: 'good' | 'attention' | 'bad';
  /** Of the record that is least far: where it is. */
  readonly transport: string;
}

type OutcomeWork = Pick<Work, 'readCustody' | 'now'>;

/** Undefined where nothing was written but the person, who is called `name`. */
export function describeOutcome(
  work: OutcomeWork,
  { dossiers, accounts, name }: Results & { readonly name: string },
  translator: Translator,
): Outcome | undefined {
  const parts = [
    ...dossiers.map((view) => describeDossier(work, { view, name }, translator)),
    ...accounts.flatMap((view) => describeAccount(work, view, translator) ?? []),
  ];
  const [first] = parts;
  if (!first) return undefined;
  const least = parts.reduce((lowest, part) => (isLess(part, lowest) ? part : lowest), first);
  return { ...least, words: parts.flatMap(({ words }) => words) };
}

const TONES = { bad: 0, attention: 1, good: 2 } as const;

function isLess(one: Outcome, other: Outcome): boolean {
  return TONES[one.tone] - TONES[other.tone] < 0 || (one.tone === other.tone && one.level < other.level);
}

interface Stored {
  readonly lodging?: Lodging;
  readonly appointment?: { readonly day: string } | null;
}

function describeDossier(
  work: OutcomeWork,
  { view, name }: { readonly view: RecordView; readonly name: string },
  translator: Translator,
): Outcome {
  const { record, values } = view;
  const { lodging, appointment } = values as Stored;
  const isLodged = lodging?.state === 'lodged';
  const today = dayOfInstant(work.now());
  const facts = { lodging, name };
  const {
    level,
    tone,
    transport,
    lodging: standing,
  } = describeCustody(work.readCustody(record), facts, translator);
  // To be seen again comes before why: who calls out the queue tells people their day.
  const booked = !isLodged && lodging?.state !== 'needsFix' && appointment;
  const word = booked
    ? describeDay(values['route'] === 'policeInPerson', { day: appointment.day, today }, translator)
    : (standing ?? describeBefore(values as Parameters<typeof describeBefore>[0], translator, today));
  return { words: [word], level, tone, transport };
}

/** The day on which an account is gone on with; an account without one is told by its own screen. */
function describeAccount(
  work: OutcomeWork,
  { record, values }: RecordView,
  translator: Translator,
): Outcome | undefined {
  const { t } = translator;
  const { followUp, followUpDay, finishedAt } = values;
  const isPolice = typeof followUp === 'string' && followUp.split(' ').includes('police');
  const { level, tone, transport } = describeCustody(work.readCustody(record), undefined, translator);
  const word =
    typeof followUpDay === 'string'
      ? describeDay(isPolice, { day: followUpDay, today: dayOfInstant(work.now()) }, translator)
      : isPolice
        ? t('sessions.outcome.police')
        : t(
            finishedAt === undefined || followUp !== undefined
              ? 'sessions.outcome.accountLeft'
              : 'sessions.outcome.account',
          );
  return { words: [word], level, tone, transport };
}

function describeDay(
  isPolice: boolean,
  { day, today }: { readonly day: string; readonly today: string },
  translator: Translator,
): string {
  return translator.t(isPolice ? 'sessions.outcome.policeDay' : 'sessions.outcome.day', {
    day: formatWeekdayAndDay(day, translator, today),
  });
}
