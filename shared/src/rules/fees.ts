/**
 * What a dossier costs on the day it is lodged, with the rule behind every đồng. Where no verified rule holds the amount
 * is null, never 0: the provincial council decides, and the centre is to be asked.
 */
import type { TextKey, TextParams } from './bilingual-text.ts';
import type { ExemptGroup, FeeGroup, FeeRule, FeeTier } from './fee-rule.ts';
import type { Channel } from './procedure.ts';
import { isInForce } from './procedure.ts';

export interface FeeQuestion {
  readonly rules: readonly FeeRule[];
  readonly procedureCode: string;
  readonly feeGroup?: FeeGroup | undefined;
  readonly channel: Channel;
  readonly copies?: number | undefined;
  /** Pages of one copy. */
  readonly pages?: number | undefined;
  /** How many stand on the list, where it is filed by one; undefined where it is not. */
  readonly people?: number | undefined;
  readonly groups?: readonly ExemptGroup[] | undefined;
  readonly isOnTime?: boolean | undefined;
  /** Two-digit code of today's province. */
  readonly provinceCode?: string | undefined;
  /** Day of lodging in Vietnam, `yyyy-mm-dd`: not the day of the draft. */
  readonly at: string;
}

export type FeeKey =
  | 'fee.flat'
  | 'fee.perCopy'
  | 'fee.perPage'
  | 'fee.perPerson'
  | 'fee.capped'
  | 'fee.ratePerCopy'
  | 'fee.ratePerPage'
  | 'fee.rateFromPage'
  | 'fee.rateCap'
  | 'fee.ratePerPerson'
  | 'fee.free'
  | 'fee.setByProvince'
  | 'fee.multiplied'
  | 'fee.subsidised'
  | 'fee.exempt'
  | 'fee.decidedByCouncil'
  | 'fee.countsNeeded'
  | 'fee.peopleNeeded';

export interface FeeLine extends TextKey<FeeKey> {
  readonly legalBasis?: string;
}

/** A group that some rule names and that nobody was asked about: said as a possibility, never deducted. */
export interface PossibleExemption {
  readonly group: ExemptGroup;
  readonly legalBasis: string;
}

export interface FeeAnswer {
  /** Whole đồng; null when nobody but the council may say, and while copies, pages or people are not counted. */
  readonly amount: number | null;
  /** How it came about, in order. */
  readonly lines: readonly FeeLine[];
  /** The line that decided. */
  readonly reason: FeeLine;
  /** Each group once; empty where nothing is to be paid anyway. */
  readonly mayBeExempt: readonly PossibleExemption[];
}

function buildLine(key: FeeKey, params: TextParams, rule?: FeeRule): FeeLine {
  return rule === undefined ? { key, params } : { key, params, legalBasis: rule.legalBasis };
}

function isAbout(rule: FeeRule, question: FeeQuestion): boolean {
  const fits =
    rule.procedureCode === undefined
      ? rule.feeGroup === undefined || rule.feeGroup === question.feeGroup
      : rule.procedureCode === question.procedureCode;
  const isHere = rule.scope.level === 'national' || rule.scope.provinceCode === question.provinceCode;
  const isThisWay = rule.channel === 'any' || rule.channel === question.channel;
  const isExcluded = rule.adjust?.excludes?.includes(question.procedureCode) === true;
  const isTimely = rule.onlyWhen === undefined || question.isOnTime === true;
  const isThisCase =
    rule.basis === undefined || (rule.basis === 'perPerson') === (question.people !== undefined);
  const holds = isTimely && isThisCase && isInForce(rule, question.at);
  return fits && isHere && isThisWay && !isExcluded && holds;
}

/** Province before nation, procedure before group before all, a named channel before any, the later rule before the earlier. */
function compareSpecificity(a: FeeRule, b: FeeRule): number {
  const score = (rule: FeeRule) =>
    (rule.scope.level === 'province' ? 8 : 0) +
    (rule.procedureCode === undefined ? 0 : 4) +
    (rule.feeGroup === undefined ? 0 : 2) +
    (rule.channel === 'any' ? 0 : 1);
  return score(b) - score(a) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= 100_000;
}

function addTiers(tiers: readonly FeeTier[], pages: number): number {
  return tiers.reduce((sum, tier, at) => {
    const lastPage = (tiers[at + 1]?.fromPage ?? Infinity) - 1;
    return sum + Math.max(Math.min(pages, lastPage) - tier.fromPage + 1, 0) * tier.amount;
  }, 0);
}

interface Sum {
  readonly amount: number;
  readonly line: FeeLine;
}

/** The fee before provinces and exemptions; undefined when copies, pages or people are no counts. */
function findBaseSum(rule: FeeRule, { copies = 1, pages, people }: FeeQuestion): Sum | undefined {
  const amount = rule.amount ?? 0;
  if (rule.basis === 'perPerson') {
    if (people === undefined || !isCount(people)) return undefined;
    const total = amount * people;
    return { amount: total, line: buildLine('fee.perPerson', { amount, people, total }, rule) };
  }
  if (rule.basis === 'perPage') {
    if (pages === undefined || !isCount(pages) || !isCount(copies)) return undefined;
    const uncapped = addTiers(rule.tiers ?? [{ fromPage: 1, amount }], pages);
    const perCopy = Math.min(uncapped, rule.cap ?? Infinity);
    const params = { pages, copies, perCopy, total: perCopy * copies };
    const key = perCopy < uncapped ? 'fee.capped' : 'fee.perPage';
    return { amount: perCopy * copies, line: buildLine(key, params, rule) };
  }
  if (amount === 0) return { amount, line: buildLine('fee.free', {}, rule) };
  if (rule.basis !== 'perCopy') return { amount, line: buildLine('fee.flat', { amount }, rule) };
  if (!isCount(copies)) return undefined;
  const total = amount * copies;
  return { amount: total, line: buildLine('fee.perCopy', { amount, copies, total }, rule) };
}

function adjustSum(before: number, rule: FeeRule): Sum {
  const { kind, value } = rule.adjust ?? { kind: 'multiply', value: 1 };
  if (kind === 'set') return { amount: value, line: buildLine('fee.setByProvince', { amount: value }, rule) };
  if (kind === 'subsidy') {
    const amount = Math.round((before * (100 - value)) / 100);
    return { amount, line: buildLine('fee.subsidised', { percent: value, amount }, rule) };
  }
  const amount = Math.round(before * value);
  return { amount, line: buildLine('fee.multiplied', { factor: value, amount }, rule) };
}

/** What one copy, page or person costs, for whoever has not counted yet. */
function listRates(rule: FeeRule): FeeLine[] {
  const { basis, amount = 0, cap } = rule;
  if (basis === 'perPerson') return [buildLine('fee.ratePerPerson', { amount }, rule)];
  if (basis === 'perCopy') return [buildLine('fee.ratePerCopy', { amount }, rule)];
  const [first, ...further] = rule.tiers ?? [{ fromPage: 1, amount }];
  return [
    buildLine('fee.ratePerPage', { amount: first?.amount ?? amount }, rule),
    ...further.map((tier) => buildLine('fee.rateFromPage', { ...tier })),
    ...(cap === undefined ? [] : [buildLine('fee.rateCap', { cap })]),
  ];
}

function isWhollyPaid({ adjust }: FeeRule): boolean {
  return adjust?.kind === 'subsidy' && adjust.value >= 100;
}

const COUNCIL_DECIDES = buildLine('fee.decidedByCouncil', {});

/**
 * National base, then the most specific provincial rule for the channel, then exemptions; only rules that are verified
 * and in force on the day. `lines` explains each step.
 */
export function evaluateFee(question: FeeQuestion): FeeAnswer {
  const rules = question.rules.filter((rule) => isAbout(rule, question)).sort(compareSpecificity);
  return settleExemptions(question, rules, findAmount(question, rules));
}

interface Amount {
  readonly amount: number | null;
  readonly lines: readonly FeeLine[];
}

function findAmount(question: FeeQuestion, rules: readonly FeeRule[]): Amount {
  const verified = rules.filter((rule) => rule.status === 'verified');
  const base = verified.find((rule) => rule.basis !== undefined && rule.adjust === undefined);
  const setBy = base?.setBy ?? 'council';
  const adjust = verified.find((rule) => rule.adjust !== undefined && rule.setBy === setBy);
  const sum = base && findBaseSum(base, question);
  if (base && !sum) return findUncounted(base, adjust);
  // Multiplying and supporting need an amount to work on; setting does not, and makes nothing free dearer.
  const isAdjusted = sum ? sum.amount !== 0 : adjust?.adjust?.kind === 'set';
  const adjusted = adjust && isAdjusted ? adjustSum(sum?.amount ?? 0, adjust) : undefined;
  const last = adjusted ?? sum;
  if (!last) return { amount: null, lines: [COUNCIL_DECIDES] };
  return { amount: last.amount, lines: [sum?.line ?? [], adjusted?.line ?? []].flat() };
}

/** Before anything is counted: the rates, and an amount only where the province pays all of it. */
function findUncounted(base: FeeRule, adjust: FeeRule | undefined): Amount {
  const rates = listRates(base);
  if (adjust && isWhollyPaid(adjust)) return { amount: 0, lines: [...rates, adjustSum(0, adjust).line] };
  const key = base.basis === 'perPerson' ? 'fee.peopleNeeded' : 'fee.countsNeeded';
  return { amount: null, lines: [...rates, buildLine(key, {})] };
}

function settleExemptions(
  { groups = [] }: FeeQuestion,
  rules: readonly FeeRule[],
  { amount, lines }: Amount,
): FeeAnswer {
  const reason = lines.at(-1) ?? COUNCIL_DECIDES;
  if (amount === 0) return { amount, lines, reason, mayBeExempt: [] };
  const named = rules.flatMap(({ exemptGroups = [], legalBasis, status }) =>
    exemptGroups.map((group) => ({ group, legalBasis, status })),
  );
  const sure = named.find(({ group, status }) => status === 'verified' && groups.includes(group));
  if (sure && amount !== null) {
    const { group, legalBasis } = sure;
    const line: FeeLine = { key: 'fee.exempt', params: { group }, legalBasis };
    return { amount: 0, lines: [...lines, line], reason: line, mayBeExempt: [] };
  }
  const mayBeExempt = named
    .filter(({ group }, at) => named.findIndex((one) => one.group === group) === at)
    .map(({ group, legalBasis }) => ({ group, legalBasis }));
  return { amount, lines, reason, mayBeExempt };
}
