/** What a procedure costs by each way of lodging, from its own data and the fee rules. Knows no procedure by name and no amount. */
import type { Route } from '../model/dossier.ts';
import type { FeeRule } from './fee-rule.ts';
import type { FeeAnswer, FeeQuestion } from './fees.ts';
import { findFeeGroup } from './fee-rule.ts';
import { evaluateFee } from './fees.ts';
import type { Answers } from './fill-form.ts';
import { listQuestions } from './fill-form.ts';
import { listFields } from './form-definition.ts';
import type { Channel, Procedure } from './procedure.ts';
import { isInRegistrationTerm, listOpenChannels } from './procedure.ts';

/** Ways that cost the same stand together. */
export interface ChannelFee {
  readonly channels: readonly Channel[];
  readonly fee: FeeAnswer;
}

export interface FeePlace {
  readonly rules: readonly FeeRule[];
  /** Two-digit code of today's province. */
  readonly provinceCode: string;
  /** The day of lodging, `yyyy-mm-dd`. */
  readonly day: string;
  /** The commune has an agreement with its post office. */
  readonly takesPost: boolean;
}

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

/** How the one-stop counts that way: never by a channel that the procedure has not. */
function findChannel({ channels }: Pick<Procedure, 'channels'>, route: Route): Channel {
  const channel = CHANNELS[route];
  return channels.includes(channel) ? channel : (channels[0] ?? channel);
}

function listPayable(procedure: Procedure, { day, takesPost }: FeePlace): readonly Channel[] {
  const open = listOpenChannels(procedure, day);
  const payable = open.filter((channel) => channel !== 'post' || takesPost);
  return payable.length > 0 ? payable : open;
}

/** Forms that charge by copy, page or person ask for the number under these names. */
const COUNTED = { copies: 'copies', pages: 'pages', people: 'listedPeople' } as const;

type Counts = Partial<Record<keyof typeof COUNTED, number>>;

/** An open question is 0, which no count is; what is not asked for is left out. */
function readCounts({ form }: Procedure, answers: Answers): Counts {
  const asked = listQuestions(form, 'counter', answers).map(({ field }) => field.id);
  return Object.fromEntries(
    Object.entries(COUNTED)
      .filter(([, id]) => asked.includes(id))
      .map(([name, id]) => [name, typeof answers[id] === 'number' ? answers[id] : 0]),
  );
}

/** Of a dossier as it stands: one fee alone once a route is chosen, else one for each way that is still open. */
export function listDossierFees(
  procedure: Procedure,
  { answers, route }: { readonly answers: Answers; readonly route: Route | undefined },
  place: FeePlace,
): readonly ChannelFee[] {
  const channels = route === undefined ? listPayable(procedure, place) : [findChannel(procedure, route)];
  const isOnTime = isInRegistrationTerm(procedure, answers, place.day);
  return listFees(procedure, channels, { ...readCounts(procedure, answers), isOnTime, ...place });
}

/** Which of its cases a fee is for: `inTime` and `late` by the legal term, `onList` by a list of people, else `usual`. */
export type FeeCase = 'usual' | 'inTime' | 'late' | 'onList';

export interface CaseFees {
  readonly feeCase: FeeCase;
  readonly fees: readonly ChannelFee[];
}

/** Of a procedure that nobody has begun: rates instead of sums, by case where the cases differ. */
export function listCatalogueFees(procedure: Procedure, place: FeePlace): readonly CaseFees[] {
  const ids = listFields(procedure.form).map(({ id }) => id);
  const uncounted: Counts = {
    ...(ids.includes(COUNTED.copies) && { copies: 0 }),
    ...(ids.includes(COUNTED.pages) && { pages: 0 }),
  };
  const channels = listPayable(procedure, place);
  const ask = (feeCase: FeeCase, more: Partial<FeeQuestion>): CaseFees => ({
    feeCase,
    fees: listFees(procedure, channels, { ...uncounted, ...more, ...place }),
  });
  if (procedure.registrationTerm)
    return [ask('inTime', { isOnTime: true }), ask('late', { isOnTime: false })];
  return ids.includes(COUNTED.people) ? [ask('usual', {}), ask('onList', { people: 0 })] : [ask('usual', {})];
}

type Asked = FeePlace & Omit<FeeQuestion, 'at' | 'channel' | 'procedureCode' | 'feeGroup'>;

function listFees(
  { code, field }: Procedure,
  channels: readonly Channel[],
  { day, ...asked }: Asked,
): readonly ChannelFee[] {
  const fees: ChannelFee[] = [];
  for (const channel of channels) {
    const question = { ...asked, channel, procedureCode: code, feeGroup: findFeeGroup(field), at: day };
    const fee = evaluateFee(question);
    const at = fees.findIndex((one) => isSame(one.fee, fee));
    const same = fees[at];
    if (same) fees[at] = { fee, channels: [...same.channels, channel] };
    else fees.push({ channels: [channel], fee });
  }
  return fees;
}

function isSame(one: FeeAnswer, other: FeeAnswer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
