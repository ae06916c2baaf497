/** What a procedure costs, in lines: by case and by way of lodging, rates where nothing is counted yet. Works out no fee. */
import { feeRules } from '#data/fee-rules';
import type { FeeAnswer } from '#shared/rules/fees';
import type { Procedure } from '#shared/rules/procedure';
import { type CaseFees, type FeePlace, listCatalogueFees } from '#shared/rules/procedure-fee';
import type { Translator } from '../../i18n/translate.ts';
import {
  isUncounted,
  writeChannels,
  writeExemptions,
  writeFeeLine,
  type WrittenExemptions,
} from '../../i18n/write-fee.ts';

export interface DescribedFees {
  readonly lines: readonly string[];
  readonly exemptions: WrittenExemptions;
}

export function describeFees(
  procedure: Procedure,
  place: Omit<FeePlace, 'rules'>,
  translator: Translator,
): DescribedFees {
  const cases = listCatalogueFees(procedure, { rules: feeRules, ...place });
  const answers = cases.flatMap(({ fees }) => fees.map(({ fee }) => fee));
  const lines = cases.flatMap(({ feeCase, fees }) =>
    fees.map(({ channels, fee }) =>
      [
        cases.length > 1 ? nameCase(procedure, feeCase, translator) : '',
        fees.length > 1 ? writeChannels(channels, translator) : '',
        writeRates(fee, translator),
      ]
        .filter(Boolean)
        .join(': '),
    ),
  );
  return { lines, exemptions: writeExemptions(answers, translator) };
}

function nameCase({ registrationTerm }: Procedure, feeCase: CaseFees['feeCase'], { t }: Translator): string {
  return t(`lookup.fee.${feeCase}`, { days: registrationTerm?.days ?? 0 });
}

/** That copies or pages are still to be counted goes without saying here. */
function writeRates(fee: FeeAnswer, { language }: Translator): string {
  const lines = isUncounted(fee) ? fee.lines.filter((line) => line !== fee.reason) : fee.lines;
  return lines.map((line) => writeFeeLine(line, language)).join('; ');
}
