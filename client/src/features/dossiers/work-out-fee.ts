/** The fee of a dossier as it stands, and the line that says why. The rules are data; no procedure is known here by name. */
import { exemptGroupTexts, feeTexts } from '#data/fee-texts';
import { feeRules } from '#data/fee-rules';
import type { Route } from '#shared/model/dossier';
import type { BilingualText } from '#shared/rules/bilingual-text';
import { fillBlanks } from '#shared/rules/bilingual-text';
import type { ExemptGroup, FeeAnswer, FeeLine } from '#shared/rules/fees';
import { evaluateFee, findFeeGroup } from '#shared/rules/fees';
import { listFields } from '#shared/rules/form-definition';
import { formatDong } from '#shared/rules/format-vietnamese';
import { type Channel, isInRegistrationTerm, type Procedure } from '#shared/rules/procedure';
import type { Dossier } from './read-dossier.ts';

const CHANNELS: Readonly<Record<Route, Channel>> = {
  selfOwnPhone: 'online',
  selfAtSession: 'online',
  relative: 'online',
  assistedAtCentre: 'online',
  counter: 'direct',
  post: 'post',
  authorisedForward: 'online',
  policeInPerson: 'direct',
};

interface FeePlace {
  readonly provinceCode: string;
  /** yyyy-mm-dd; the day of lodging where there is an appointment. */
  readonly today: string;
}

/** Before a route is chosen, as if filed online: that way is offered first. */
export function workOutFee(
  procedure: Procedure,
  dossier: Pick<Dossier, 'answers' | 'route' | 'appointment'>,
  { provinceCode, today }: FeePlace,
): FeeAnswer {
  const at = dossier.appointment?.day ?? today;
  return evaluateFee({
    rules: feeRules,
    procedureCode: procedure.code,
    feeGroup: findFeeGroup(procedure.field),
    channel: dossier.route === undefined ? 'online' : CHANNELS[dossier.route],
    copies: readCount('copies', procedure, dossier.answers),
    pages: readCount('pages', procedure, dossier.answers),
    provinceCode,
    isOnTime: isInRegistrationTerm(procedure, dossier.answers, at),
    at,
  });
}

/** Forms that charge by copy or page ask for it under these names; an open question is 0, which no count is. */
function readCount(
  id: 'copies' | 'pages',
  { form }: Procedure,
  answers: Dossier['answers'],
): number | undefined {
  if (!listFields(form).some((field) => field.id === id)) return undefined;
  const answer = answers[id];
  return typeof answer === 'number' ? answer : 0;
}

const MONEY = ['amount', 'total', 'perCopy'];

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
