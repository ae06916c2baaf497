/**
 * What a dossier costs on the day it is lodged, with the rule behind every đồng. Where no verified rule holds the amount
 * is null, never 0: the provincial council decides, and the centre is to be asked.
 */
import type { TextKey, TextParams } from './bilingual-text.ts';
import type { Channel, Period, ProcedureField } from './procedure.ts';
import { isInForce } from './procedure.ts';

export type FeeGroup = 'hoTich' | 'cuTru' | 'chungThuc' | 'dkkd' | 'datDai' | 'xayDung' | 'gpld';

const GROUP_OF_FIELD: Readonly<Partial<Record<ProcedureField, FeeGroup>>> = {
  hoTich: 'hoTich',
  cuTru: 'cuTru',
  chungThuc: 'chungThuc',
  hoKinhDoanh: 'dkkd',
  datDai: 'datDai',
  xayDung: 'xayDung',
};

/** The group of fees to which a field's procedures belong; undefined where fees follow no group rule. */
export function findFeeGroup(field: ProcedureField): FeeGroup | undefined {
  return GROUP_OF_FIELD[field];
}

export type ExemptGroup =
  'nguoiCoCong' | 'hoNgheo' | 'canNgheo' | 'nguoiKhuyetTat' | 'treEm' | 'nguoiCaoTuoi' | 'dtts';

export interface FeeTier {
  readonly fromPage: number;
  /** Đồng for each page from this one on. */
  readonly amount: number;
}

export interface FeeRule extends Period {
  readonly id: string;
  readonly procedureCode?: string;
  readonly feeGroup?: FeeGroup;
  readonly scope: { readonly level: 'national' | 'province'; readonly provinceCode?: string };
  readonly channel: Channel | 'any';
  /** Who sets the fee; a province may waive its council's fees and only support the ministry's. */
  readonly setBy: 'ministry' | 'council';
  readonly basis?: 'perDossier' | 'perCopy' | 'perPage' | 'perRequest';
  /** Whole đồng. */
  readonly amount?: number;
  readonly tiers?: readonly FeeTier[];
  /** Đồng, for one copy. */
  readonly cap?: number;
  /** `set`: đồng; `multiply`: a factor; `subsidy`: percent paid by the province. */
  readonly adjust?: {
    readonly kind: 'set' | 'multiply' | 'subsidy';
    readonly value: number;
    /** Procedure codes to which it does not apply. */
    readonly excludes?: readonly string[];
  };
  /** The legal term of registration was kept (birth: 60 days). */
  readonly onlyWhen?: 'onTime';
  readonly exemptGroups?: readonly ExemptGroup[];
  readonly legalBasis: string;
  readonly supersedes?: string;
  readonly status: 'verified' | 'unverified';
}

export interface FeeQuestion {
  readonly rules: readonly FeeRule[];
  readonly procedureCode: string;
  readonly feeGroup?: FeeGroup | undefined;
  readonly channel: Channel;
  readonly copies?: number | undefined;
  /** Pages of one copy. */
  readonly pages?: number | undefined;
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
  | 'fee.capped'
  | 'fee.free'
  | 'fee.setByProvince'
  | 'fee.multiplied'
  | 'fee.subsidised'
  | 'fee.exempt'
  | 'fee.mayBeExempt'
  | 'fee.decidedByCouncil'
  | 'fee.countsNeeded';

export interface FeeLine extends TextKey<FeeKey> {
  readonly legalBasis?: string;
}

export interface FeeAnswer {
  /** Whole đồng; null when nobody but the council may say. */
  readonly amount: number | null;
  /** How it came about, in order. */
  readonly lines: readonly FeeLine[];
  /** The line that decided. */
  readonly reason: FeeLine;
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
  return fits && isHere && isThisWay && !isExcluded && isTimely && isInForce(rule, question.at);
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

/** The fee before provinces and exemptions; undefined when copies or pages are no counts. */
function findBaseSum(rule: FeeRule, { copies = 1, pages }: FeeQuestion): Sum | undefined {
  const amount = rule.amount ?? 0;
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

function findExemption(rules: readonly FeeRule[], groups: readonly ExemptGroup[], status: FeeRule['status']) {
  for (const rule of rules) {
    const group =
      rule.status === status ? rule.exemptGroups?.find((name) => groups.includes(name)) : undefined;
    if (group !== undefined) return { rule, group };
  }
  return undefined;
}

const COUNCIL_DECIDES = buildLine('fee.decidedByCouncil', {});

/**
 * National base, then the most specific provincial rule for the channel, then exemptions; only rules that are verified
 * and in force on the day. `lines` explains each step.
 */
export function evaluateFee(question: FeeQuestion): FeeAnswer {
  const rules = question.rules.filter((rule) => isAbout(rule, question)).sort(compareSpecificity);
  const verified = rules.filter((rule) => rule.status === 'verified');
  const base = verified.find((rule) => rule.basis !== undefined && rule.adjust === undefined);
  const setBy = base?.setBy ?? 'council';
  const adjust = verified.find((rule) => rule.adjust !== undefined && rule.setBy === setBy);

  const lines: FeeLine[] = [];
  let amount: number | undefined;
  if (base !== undefined) {
    const sum = findBaseSum(base, question);
    if (sum === undefined) return answer(null, [buildLine('fee.countsNeeded', {}, base)]);
    amount = sum.amount;
    lines.push(sum.line);
  }
  // Multiplying and supporting need an amount to work on; setting does not, and makes nothing free dearer.
  if (adjust !== undefined && amount !== 0 && (amount !== undefined || adjust.adjust?.kind === 'set')) {
    const sum = adjustSum(amount ?? 0, adjust);
    amount = sum.amount;
    lines.push(sum.line);
  }
  if (amount === undefined) return answer(null, [COUNCIL_DECIDES]);
  return exempt(question, rules, { amount, lines });
}

function exempt(
  question: FeeQuestion,
  rules: readonly FeeRule[],
  { amount, lines }: { amount: number; lines: FeeLine[] },
) {
  if (amount === 0) return answer(0, lines);
  const groups = question.groups ?? [];
  const sure = findExemption(rules, groups, 'verified');
  if (sure) return answer(0, [...lines, buildLine('fee.exempt', { group: sure.group }, sure.rule)]);
  const unsure = findExemption(rules, groups, 'unverified');
  if (unsure === undefined) return answer(amount, lines);
  const reason = lines.at(-1) ?? COUNCIL_DECIDES;
  const doubt = buildLine('fee.mayBeExempt', { group: unsure.group }, unsure.rule);
  return { amount, lines: [...lines, doubt], reason };
}

function answer(amount: number | null, lines: readonly FeeLine[]): FeeAnswer {
  return { amount, lines, reason: lines.at(-1) ?? COUNCIL_DECIDES };
}
