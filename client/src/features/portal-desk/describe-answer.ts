/** Whether a pack has been lodged, in the officer's words: the answer, and what it rests on. */
import { CONSENT_WITHDRAWN, isStoppedByWithdrawal, type Lodging } from '#shared/model/dossier';
import { findChannel } from '#shared/rules/online-share';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { DeskEntry } from './arrange-desk.ts';
import { isBeingTakenAway, isNumberUnknown, type Pack } from './read-pack.ts';

export interface AnswerWords {
  readonly answer: string;
  readonly lines: readonly string[];
}

/** Those that may stand beside a consent that was taken back; without a number, since with one it is lodged. */
const doubtNames = [
  'numberTakenAway',
  'referenceSpent',
  'notAuthorised',
  'notSearchable',
  'severalPacks',
  'tooManyTries',
  'withdrawnAtPortal',
  'packVanished',
  'notTakenBack',
] as const;

/** Why a person must look, as the commune and its forwarder name it. */
const personReasons = [...doubtNames, 'twoNumbers', 'numberOfAnother', CONSENT_WITHDRAWN] as const;

/** `holder`: the dossier that has the refused number, where this device knows it. */
export function describeAnswer(
  { pack, standing }: DeskEntry,
  holder: string | undefined,
  translator: Translator,
): AnswerWords {
  const { t } = translator;
  const number = pack.recorded?.dossierNo ?? pack.lodging?.dossierNo ?? '';
  switch (standing) {
    case 'lodged':
      return describeLodged(pack, translator);
    case 'recorded':
      return { answer: t('desk.answer.recorded', { number }), lines: [t('desk.answer.recordedText')] };
    case 'refused':
      return {
        answer: t('desk.answer.refused', { number }),
        lines: [holder ? t('desk.refusedBecause', { holder }) : t('desk.refusedUnknown')],
      };
    case 'awaitingCitizen':
      return describeWithCitizen(pack, translator);
    case 'needsFix':
      return { answer: t('desk.answer.needsFix'), lines: describeFix(pack, translator) };
    case 'needsPerson':
      return {
        answer: t(isStoppedByWithdrawal(pack.lodging) ? 'desk.answer.stopped' : 'desk.answer.needsPerson'),
        lines: [describeReason(pack, translator), ...describeStop(pack, translator)],
      };
    default:
      return {
        answer: t(`desk.answer.${standing}`),
        lines: [t(`desk.answer.${standing}Text`), ...describeDirect(pack, translator)],
      };
  }
}

const LODGED = {
  online: 'lodged',
  counter: 'lodgedDirect',
  post: 'lodgedPost',
  other: 'lodgedOther',
} as const;

/** As the commune's share counts it: only what was lodged online answers the question with yes. */
function findWay(route: Pack['route']): keyof typeof LODGED {
  if (route === 'counter') return 'counter';
  const channel = findChannel(route ?? null);
  return channel === 'direct' ? 'other' : channel;
}

function describeLodged(pack: Pack, translator: Translator): AnswerWords {
  const { t } = translator;
  const { lodging, route } = pack;
  const number = lodging?.dossierNo ?? '';
  if (isBeingTakenAway(pack))
    return { answer: t('desk.answer.takenAway', { number }), lines: [t('desk.answer.takenAwayText')] };
  const way = findWay(route);
  const lines = [
    isNumberUnknown(pack) && t('desk.answer.numberUnknown', { when: describeAsked(lodging, translator) }),
    way === 'other' && t('desk.answer.lodgedOtherText'),
    lodging?.evidence && t(`custody.evidence.${lodging.evidence}`),
    lodging?.by !== undefined && t('desk.answer.by', { name: lodging.by }),
    lodging?.wordBefore && describeWord(lodging.wordBefore, translator),
    ...describeDirect(pack, translator),
  ];
  return {
    answer: t(`desk.answer.${LODGED[way]}`, { number }),
    lines: lines.filter((line) => typeof line === 'string'),
  };
}

/** Whose word it was until the portal was read. */
function describeWord({ evidence, by = '' }: NonNullable<Lodging['wordBefore']>, { t }: Translator): string {
  return t('desk.answer.wordBefore', { word: t(`custody.evidence.${evidence}`), name: by });
}

function describeAsked(lodging: Lodging | undefined, translator: Translator): string {
  return formatDayAndTime(lodging?.notFoundAt ?? 0, translator);
}

function describeWithCitizen({ lodging }: Pack, { t }: Translator): AnswerWords {
  const number = lodging?.packNumber;
  const lines = [t('desk.answer.awaitingCitizenText')];
  if (number !== undefined) lines.push(t('desk.answer.awaitingCitizenPack', { number }));
  return { answer: t('desk.answer.awaitingCitizen'), lines };
}

/** What was asked for: at once what this office has just written, until the commune has it. */
function describeFix({ lodging, returned, procedure }: Pack, { t, language }: Translator): readonly string[] {
  const request = lodging?.state === 'needsFix' ? lodging : returned;
  const field = procedure?.form.sections
    .flatMap((section) => section.fields)
    .find((one) => one.id === request?.field);
  const document = procedure?.form.documents.find((one) => one.id === request?.document);
  const what = (document ?? field)?.label[language];
  const by = lodging?.askedBy ?? returned?.by;
  return [
    [what, request?.reason].filter(Boolean).join(': '),
    by !== undefined && t('desk.fix.by', { name: by }),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}

function describeReason({ lodging }: Pack, { t }: Translator): string {
  const reason = personReasons.find((known) => known === lodging?.reason);
  return t(`desk.reason.${reason ?? 'other'}`);
}

/** Whether the pack is back, and why somebody was to look before: never said to be done before the portal has said so. */
function describeStop({ lodging }: Pack, translator: Translator): readonly string[] {
  if (!lodging || !isStoppedByWithdrawal(lodging)) return [];
  const { t } = translator;
  const { doubts = [], packNumber: number = '', recalledAt } = lodging;
  const isBack = recalledAt !== undefined;
  // Of several packs the one that is back says nothing of the others.
  const open = doubts.filter((doubt) => !isBack || doubt === 'severalPacks');
  const isGivenUp = doubts.includes('notTakenBack');
  return [
    isBack && t('desk.stopped.recalled', { number, when: formatDayAndTime(recalledAt, translator) }),
    !isBack && number !== '' && !isGivenUp && t('desk.stopped.recalling', { number }),
    ...open.map((doubt) =>
      t(`desk.doubt.${doubtNames.find((known) => known === doubt) ?? 'other'}`, { number }),
    ),
  ].filter((line) => typeof line === 'string');
}

function describeDirect({ route }: Pack, { t }: Translator): readonly string[] {
  return route === 'counter' ? [t('desk.answer.direct')] : [];
}
