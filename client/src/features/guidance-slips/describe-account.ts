/** The account of a person in a few words for paper: how far it is, and what is left to do. Holds no secret and asks for none. */
import { accountSteps } from '#data/account-steps';
import { type AccountRecord, collectAccountRecords, listPassedSteps } from '#shared/rules/account-guide';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { SlipFacts } from './read-slip-facts.ts';
import type { SlipStep } from './slip.ts';

/** How far it is; empty where the guide was never begun. */
export function describeAccount({ steps, age }: SlipFacts, { t }: Translator): string[] {
  if (steps === undefined) return [];
  const records = collectAccountRecords(accountSteps, steps, { age });
  const { idDocType, simStatus, portalFirstLogin } = records;
  const hasNoCard = idDocType === 'none' || idDocType === 'oldPaper' || idDocType === 'expired';
  return [
    hasNoCard && t(`slips.account.card.${idDocType}`),
    simStatus && t(`slips.account.sim.${simStatus}`),
    describeLevel(records, { t }),
    records.webSignInAllowed && t('slips.account.webSignIn'),
    portalFirstLogin !== undefined && t(`slips.account.portal.${portalFirstLogin ? 'first' : 'before'}`),
    records.paymentReady && t('slips.account.payment'),
    records.vssidReady && t('slips.account.insurance'),
    records.healthBookReady && t('slips.account.healthBook'),
  ].filter((line) => typeof line === 'string');
}

/** Level 2 counts only once it has been activated: before that nothing can be lodged with it. */
function describeLevel(
  { vneidLevel, activated }: AccountRecord,
  { t }: Pick<Translator, 't'>,
): string | undefined {
  if (vneidLevel === undefined) return undefined;
  if (vneidLevel === 2 && activated) return t('slips.account.level2');
  return t(vneidLevel === 0 ? 'slips.account.level0' : 'slips.account.level1');
}

/** What is left, each kind once, with what to bring as the step itself says it. */
export function listAccountSteps(
  { steps, age, policeDay, mayReferToPolice }: SlipFacts,
  translator: Translator,
): SlipStep[] {
  const { t, language } = translator;
  const outcomes = listPassedSteps(accountSteps, steps ?? {}, { age }).map(({ outcome }) => outcome);
  const kinds = new Set(outcomes.flatMap(({ followUp }) => followUp ?? []));
  return [...kinds].map((kind) => {
    const own = outcomes.filter(({ followUp }) => followUp === kind);
    const advice = new Set(own.flatMap((outcome) => outcome.advice?.[language] ?? []));
    const alone = kind === 'police' && !mayReferToPolice ? [t('slips.next.policeAlone')] : [];
    // The advice says where to go and what to bring; the bare name of the errand only stands in for it.
    const [what = t(`account.followUp.${kind}`), ...more] = advice;
    const day = kind === 'police' ? policeDay : undefined;
    const when = day === undefined ? undefined : formatWeekdayAndDay(day, translator);
    return { what, when, details: [...more, ...alone] };
  });
}
