/**
 * What stands on a guidance slip: who, what was done, what comes next, whom to call. Never a full number, an answer of a
 * form, an address or a password; "lodged" only in the server's words and with its evidence.
 */
import type { OfficeTimes } from '#data/office-times';
import { maskPersonalId } from '#shared/rules/personal-id';
import { checkPhone, formatPhone } from '#shared/rules/phone';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { describeAccount, listAccountSteps } from './describe-account.ts';
import { describeDossier, describeNext } from './describe-dossier.ts';
import type { SlipFacts } from './read-slip-facts.ts';
import type { Slip, SlipContact, SlipStep } from './slip.ts';

export interface SlipHelper {
  readonly name: string;
  readonly hamlet: string | null;
  readonly commune: { readonly name: string; readonly phone: string | null };
  /** As it was typed for this slip; empty for the commune's number alone. */
  readonly ownPhone: string;
}

export interface SlipWish {
  readonly helper: SlipHelper;
  /** Milliseconds since 1970: on paper, every state is the state of a moment. */
  readonly at: number;
  /** The people are made up: the paper says so. */
  readonly isPractice: boolean;
  /** When the commune's offices are open. */
  readonly times: OfficeTimes;
  /** Made on a page of practice (tập huấn), which sends nothing: that too. */
  readonly isMarked?: boolean;
  /** How the person wants to be called; undefined: as on the card. */
  readonly name?: string | undefined;
  /** Undefined: everything that is known. */
  readonly parts?: { readonly account: boolean; readonly dossiers: readonly string[] } | undefined;
}

export function describeSlip(facts: SlipFacts, wish: SlipWish, translator: Translator): Slip {
  const { t } = translator;
  const { helper, at, isPractice, parts, times } = wish;
  const name = wish.name?.trim() || facts.name;
  const dossiers = facts.dossiers.filter(({ record }) => parts?.dossiers.includes(record) ?? true);
  const hasAccount = parts?.account ?? true;
  const isWhole = hasAccount && dossiers.length === facts.dossiers.length;
  const onSlip = dossiers.map((dossier) => describeDossier(dossier, name, translator));
  const steps: SlipStep[] = [
    ...(hasAccount ? listAccountSteps(facts, translator) : []),
    ...dossiers.map((dossier, place) =>
      describeNext(
        dossier,
        { about: dossiers.length > 1 ? onSlip[place]?.title : undefined, times },
        translator,
      ),
    ),
  ];
  return {
    citizen: facts.citizen,
    mark: wish.isMarked === true ? t('practice.banner') : undefined,
    title: t(isPractice ? 'slips.titlePractice' : 'slips.title'),
    commune: capitalize(helper.commune.name),
    asOf: formatDayAndTime(at, translator),
    name,
    number: facts.personalId && t('slips.number', { number: maskPersonalId(facts.personalId, 'personCard') }),
    account: hasAccount ? describeAccount(facts, translator) : [],
    dossiers: onSlip,
    next: isWhole && steps.length === 0 ? [describeRest(facts, translator)] : steps,
    contacts: listContacts(helper, translator),
  };
}

/** A commune is called "xã Ví Dụ" inside a sentence; here it begins a line. */
function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Nothing waits: said only where nothing was left out of the slip. */
function describeRest({ steps, dossiers }: SlipFacts, { t }: Translator): SlipStep {
  const isUntouched = steps === undefined && dossiers.length === 0;
  return {
    what: t(isUntouched ? 'slips.next.whenever' : 'slips.next.nothing'),
    when: undefined,
    details: [],
  };
}

/** A name and a number; where there is no number, a line to write it on. */
function listContacts({ name, hamlet, commune, ownPhone }: SlipHelper, { t }: Translator): SlipContact[] {
  const who = hamlet ? t('slips.call.teamOf', { name, hamlet }) : t('slips.call.team', { name });
  const contacts: SlipContact[] = [];
  if (checkPhone(ownPhone).ok) contacts.push({ who, phone: formatPhone(ownPhone) });
  if (commune.phone) {
    const asked =
      contacts.length > 0 ? commune.name : t('slips.call.commune', { commune: commune.name, name });
    contacts.push({ who: asked, phone: formatPhone(commune.phone) });
  }
  return contacts.length > 0 ? contacts : [{ who, phone: undefined }];
}
