/** Whom the office is to tell the police of, in the order in which it matters, and of whom it has. Pure; the day comes in. */
import type { RecordId } from '#shared/ids';
import type { HandedOver, PoliceErrand, ShownPaper } from '#shared/model/police-referral';
import { compareNames } from '#shared/rules/sort-names';
import type { RecordView } from '../../custody/record-store.ts';

export interface Referral {
  readonly record: RecordId;
  readonly citizen: string;
  readonly name: string;
  readonly phone: string | undefined;
  readonly errands: readonly PoliceErrand[];
  /** Undefined where nobody has asked. */
  readonly paper: ShownPaper | undefined;
  /** yyyy-mm-dd. */
  readonly day: string | undefined;
  readonly handedOver: HandedOver | undefined;
}

export const referralGroups = ['due', 'later', 'undated', 'done'] as const;
export type ReferralGroup = (typeof referralGroups)[number];

export function groupReferrals(
  records: readonly RecordView[],
  today: string,
): Readonly<Record<ReferralGroup, readonly Referral[]>> {
  const referrals = withoutTwins(records.map(readReferral).filter(({ errands }) => errands.length > 0));
  const of = (group: ReferralGroup) => referrals.filter((one) => findGroup(one, today) === group);
  return {
    due: of('due').sort(byDay),
    later: of('later').sort(byDay),
    undated: of('undated').sort(byName),
    done: of('done').sort((a, b) => getHandedAt(b) - getHandedAt(a)),
  };
}

function readReferral({ record, values }: RecordView): Referral {
  const find = <T>(path: string): T | undefined => (values[path] ?? undefined) as T | undefined;
  return {
    record,
    citizen: find<string>('citizen') ?? record,
    name: find<string>('name') ?? '',
    phone: find<string>('phone'),
    errands: find<PoliceErrand[]>('errands') ?? [],
    paper: find<ShownPaper>('paper'),
    day: find<string>('day'),
    handedOver: find<HandedOver>('handedOver'),
  };
}

/**
 * Whoever said yes twice is told of once: under the record that was handed over, else under one that has a day. A day that only
 * the other one has is news to the police all the same.
 */
function withoutTwins(referrals: readonly Referral[]): Referral[] {
  const kept = new Map<string, Referral>();
  for (const one of referrals) {
    const other = kept.get(one.citizen);
    const [first, second] = other && rank(one) <= rank(other) ? [other, one] : [one, other];
    kept.set(one.citizen, { ...first, day: first.day ?? second?.day });
  }
  return [...kept.values()];
}

function rank({ handedOver, day }: Referral): number {
  return 2 * Number(handedOver !== undefined) + Number(day !== undefined);
}

/** The police have the name, and the day as it is now. */
export function isHandedOver({ day, handedOver }: Pick<Referral, 'day' | 'handedOver'>): boolean {
  return handedOver !== undefined && handedOver.day === day;
}

function findGroup(referral: Referral, today: string): ReferralGroup {
  const { day } = referral;
  if (isHandedOver(referral)) return 'done';
  if (day === undefined) return 'undated';
  return day <= today ? 'due' : 'later';
}

function byName(a: Referral, b: Referral): number {
  return compareNames(a.name, b.name);
}

function byDay(a: Referral, b: Referral): number {
  return (a.day ?? '').localeCompare(b.day ?? '') || byName(a, b);
}

function getHandedAt({ handedOver }: Referral): number {
  return handedOver?.at ?? 0;
}
