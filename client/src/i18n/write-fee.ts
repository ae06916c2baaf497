/** A fee in words: its amount, why it is so, and who may be exempt. Works out none. */
import { exemptGroupTexts, exemptProofTexts, feeTexts } from '#data/fee-texts';
import { type BilingualText, fillBlanks } from '#shared/rules/bilingual-text';
import type { ExemptGroup } from '#shared/rules/fee-rule';
import type { FeeAnswer, FeeLine } from '#shared/rules/fees';
import { formatDong } from '#shared/rules/format-vietnamese';
import type { Channel } from '#shared/rules/procedure';
import { formatMoney } from './format-values.ts';
import type { Translator } from './translate.ts';

const MONEY = ['amount', 'total', 'perCopy', 'cap'];

export function writeFeeLine({ key, params, legalBasis }: FeeLine, language: keyof BilingualText): string {
  const words = Object.entries(params).map(([name, value]) => {
    if (name === 'group') return [name, exemptGroupTexts[value as ExemptGroup][language]];
    return [name, MONEY.includes(name) ? writeMoney(Number(value), language) : value];
  });
  const text = fillBlanks(feeTexts[key][language], Object.fromEntries(words));
  return legalBasis === undefined ? text : `${text} (${legalBasis})`;
}

function writeMoney(amount: number, language: keyof BilingualText): string {
  return language === 'vi' ? formatDong(amount) : `${new Intl.NumberFormat('en-GB').format(amount)}\u00a0đ`;
}

const NEEDED: readonly FeeLine['key'][] = ['fee.countsNeeded', 'fee.peopleNeeded'];

/** Nobody has counted yet what is paid for. */
export function isUncounted({ reason }: FeeAnswer): boolean {
  return NEEDED.includes(reason.key);
}

/** `0 đ` only where a rule says so. */
export function writeFeeAmount(fee: FeeAnswer, translator: Translator): string {
  if (fee.amount !== null) return formatMoney(fee.amount, translator);
  return translator.t(isUncounted(fee) ? 'dossiers.fee.waiting' : 'dossiers.fee.council');
}

export function writeChannels(channels: readonly Channel[], { t }: Translator): string {
  return channels.map((channel) => t(`dossiers.fee.channel.${channel}`)).join(' · ');
}

export interface WrittenExemptions {
  /** Each group once, with the paper that shows it; empty where nobody may be. */
  readonly groups: readonly string[];
  /** Who may be exempt, with the source. */
  readonly heading: string;
}

export function writeExemptions(
  answers: readonly FeeAnswer[],
  { t, language }: Translator,
): WrittenExemptions {
  const all = answers.flatMap(({ mayBeExempt }) => mayBeExempt);
  const sources = [...new Set(all.map(({ legalBasis }) => legalBasis))];
  const groups = [...new Set(all.map(({ group }) => group))].map((group) => {
    const words = { group: exemptGroupTexts[group][language], proof: exemptProofTexts[group][language] };
    const line = t('dossiers.fee.exemptGroup', words);
    return line.charAt(0).toLocaleUpperCase(language) + line.slice(1);
  });
  return { groups, heading: t('dossiers.fee.mayBeExempt', { source: sources.join(', ') }) };
}
