/** A procedure of the catalogue as dated data: names, channels, times, papers and form. Holds no fee: see the fee rules. */
import * as z from 'zod/mini';
import { bilingualText } from './bilingual-text.ts';
import type { Answers } from './fill-form.ts';
import { formCondition } from './form-condition.ts';
import { formDefinition } from './form-definition.ts';
import { isFullDate } from './partial-date.ts';
import { countDaysBetween } from './vietnam-day.ts';
import { writeOutForm, writtenForm } from './write-out-form.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const words = z.string().check(z.minLength(2), z.maxLength(120));

/** `d.dddddd`; a local suffix of a portal is not part of it. */
const procedureCode = z.string().check(z.regex(/^\d\.\d{6}$/));

export const procedureFields = [
  'hoTich',
  'lienThong',
  'chungThuc',
  'cuTru',
  'dinhDanh',
  'canCuoc',
  'hoKinhDoanh',
  'giamNgheo',
  'baoTroXaHoi',
  'nuoiConNuoi',
  'baoHiem',
  'datDai',
  'xayDung',
  'dangKyXe',
  'hoaGiai',
  'nhaO',
] as const;
export type ProcedureField = (typeof procedureFields)[number];

export const channels = ['online', 'direct', 'post'] as const;
export type Channel = (typeof channels)[number];

const processingTime = z.object({
  amount: z.int().check(z.gte(0), z.lte(400)),
  /** `sameDay`: within the day of receipt; after the cut-off it is the next working day. */
  unit: z.enum(['hour', 'sameDay', 'workingDay', 'day', 'month']),
  cutOff: z.exactOptional(z.string().check(z.regex(/^\d{2}:\d{2}$/))),
});
export type ProcessingTime = z.infer<typeof processingTime>;

/** Another time in some case: said with its words, and counted where the form asks about it. */
const timeCase = z.object({
  when: bilingualText,
  conditions: z.exactOptional(z.array(formCondition)),
  time: processingTime,
});

/** How long the citizen has to bring what was asked for; after that the dossier is closed. */
const supplementTime = z.object({
  amount: z.int().check(z.gte(1), z.lte(90)),
  unit: z.enum(['workingDay', 'day']),
});
export type SupplementTime = z.infer<typeof supplementTime>;

/** First and last day inclusive; without a last day it is open. */
const period = { effectiveFrom: day, effectiveTo: z.exactOptional(day) };

/** `from` names the date question from whose answer the days are counted. */
const registrationTerm = z.object({ from: z.string(), days: z.int().check(z.gte(1), z.lte(400)) });

const paperAcceptance = z.object({
  ...period,
  value: z.enum(['yes', 'no', 'unknown']),
  legalBasis: z.string(),
});

/** An everyday word that may mean several procedures, and what to ask before choosing. */
const clarification = z.object({
  words: z.array(words).check(z.minLength(1)),
  question: bilingualText,
  meanings: z.array(z.object({ label: bilingualText, code: procedureCode })).check(z.minLength(2)),
});
export type Clarification = z.infer<typeof clarification>;

export const procedure = z.object({
  code: procedureCode,
  /** Codes that it had before; old slips carry them. */
  aliases: z.array(procedureCode),
  supersededBy: z.exactOptional(procedureCode),
  name: bilingualText,
  field: z.enum(procedureFields),
  authorities: z.array(z.enum(['ministry', 'province', 'commune', 'communePolice', 'other'])),
  serviceLevel: z.enum(['full', 'partial', 'info']),
  channels: z.array(z.enum(channels)).check(z.minLength(1)),
  processingTime: z.exactOptional(processingTime),
  timeCases: z.exactOptional(z.array(timeCase)),
  supplementTime: z.exactOptional(supplementTime),
  result: bilingualText,
  everydayWords: z.array(words),
  clarifications: z.array(clarification),
  paperAcceptance: z.array(paperAcceptance),
  /** Registering within it is free where a fee rule says `onTime`. */
  registrationTerm: z.exactOptional(registrationTerm),
  form: formDefinition,
  legalBasis: z.array(z.string()),
  portalUrl: z.exactOptional(z.string().check(z.regex(/^https:\/\//))),
  sourceDecision: z.string(),
  retrievedAt: day,
  ...period,
  /** Keys above that no primary text confirmed: shown with "chưa kiểm chứng". */
  unverified: z.array(z.string()),
});
export type Procedure = z.infer<typeof procedure>;

/** As its file has it: the form is not written out yet. */
export const writtenProcedure = z.object({ ...procedure.shape, form: writtenForm });
export type WrittenProcedure = z.infer<typeof writtenProcedure>;

/** Checks nothing: a phone that opens has no time to. */
export function writeOutProcedure(written: WrittenProcedure): Procedure {
  return { ...written, form: writeOutForm(written.form) };
}

export interface Period {
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
}

/** True on the first day, the last day and between; `day` is `yyyy-mm-dd` in Vietnam. */
export function isInForce({ effectiveFrom, effectiveTo }: Period, day: string): boolean {
  return effectiveFrom <= day && (effectiveTo === undefined || effectiveTo === null || day <= effectiveTo);
}

/** Whether paper is still taken at the commune on that day; `unknown` where no dated statement holds. */
export function getPaperAcceptance(
  { paperAcceptance: statements }: Pick<Procedure, 'paperAcceptance'>,
  day: string,
): 'yes' | 'no' | 'unknown' {
  return statements.find((statement) => isInForce(statement, day))?.value ?? 'unknown';
}

/**
 * The ways by which it can be lodged on that day: online, and on paper where paper is taken. All that it has where nobody
 * knows better; never one that it has not.
 */
export function listOpenChannels(
  { channels: all, paperAcceptance: statements }: Pick<Procedure, 'channels' | 'paperAcceptance'>,
  day: string,
): readonly Channel[] {
  const takesPaper = getPaperAcceptance({ paperAcceptance: statements }, day) === 'yes';
  const open = all.filter((channel) => channel === 'online' || takesPaper);
  return open.length > 0 ? open : all;
}

/**
 * Whether lodging on `day` keeps the legal term, whose first day is the one after the event. Undefined where there is no
 * term or nobody knows the day. A last day that falls on a holiday is not moved: the officer may still say that it is in time.
 */
export function isInRegistrationTerm(
  { registrationTerm: term }: Pick<Procedure, 'registrationTerm'>,
  answers: Answers,
  day: string,
): boolean | undefined {
  const event = term && answers[term.from];
  if (!term || !isFullDate(event)) return undefined;
  const passed = countDaysBetween(event, day);
  return passed >= 0 && passed <= term.days;
}
