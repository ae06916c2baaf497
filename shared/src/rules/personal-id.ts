/**
 * The twelve-digit personal number: its parts, its doubts, its mask. Proves no identity: there is no check digit.
 * Sources: NĐ 137/2015 Đ13, TT 59/2021/TT-BCA Đ4, TT 07/2016/TT-BCA annex.
 */
import { idPrefixes, PRACTICE_PREFIX } from '../../data/id-prefixes.ts';
import type { CardWarning } from './card-warning.ts';
import { buildCardWarning } from './card-warning.ts';
import type { PartialDate } from './partial-date.ts';
import { getAgeRange, getYear, isAfterDay } from './partial-date.ts';

export type Sex = 'female' | 'male';

export interface PersonalIdParts {
  readonly prefix: string;
  /** `country` is a birth registered abroad (101 and above); `practice` is 099, which no real person has. */
  readonly origin: 'province' | 'country' | 'practice' | 'unassigned';
  readonly provinceName?: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Twelve digits in a row: the only thing about a number that is an error and not a doubt. */
export function isPersonalId(text: unknown): text is string {
  return typeof text === 'string' && /^\d{12}$/.test(text);
}

function getOrigin(prefix: string): PersonalIdParts['origin'] {
  if (idPrefixes[prefix] !== undefined) return 'province';
  if (prefix === PRACTICE_PREFIX) return 'practice';
  return Number(prefix) >= 101 ? 'country' : 'unassigned';
}

/** Parts of a number for which `isPersonalId` holds. Fourth digit: even is male, and each pair is a century from 1900. */
export function splitPersonalId(personalId: string): PersonalIdParts {
  const prefix = personalId.slice(0, 3);
  const centuryAndSex = Number(personalId[3]);
  const provinceName = idPrefixes[prefix];
  return {
    prefix,
    origin: getOrigin(prefix),
    ...(provinceName === undefined ? {} : { provinceName }),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(personalId.slice(4, 6)),
  };
}

/** A number that no real person has, as every card of practice bears it. */
export function isSampleNumber(personalId: string): boolean {
  return getOrigin(personalId.slice(0, 3)) === 'practice';
}

export interface SameFacts {
  readonly personalId: string;
  readonly sex?: Sex | undefined;
  readonly dateOfBirth?: PartialDate | undefined;
}

export interface CheckContext {
  /** `yyyy-mm-dd` in Vietnam. */
  readonly today: string;
  /** In practice and demo 099 is what every card has. */
  readonly practice?: boolean | undefined;
}

function listAgeWarnings(dateOfBirth: PartialDate, today: string): CardWarning[] {
  if (isAfterDay(dateOfBirth, today)) return [buildCardWarning('bornInFuture', 'dateOfBirth')];
  const { youngest, oldest } = getAgeRange(dateOfBirth, today);
  if (youngest > 120) return [buildCardWarning('ageUnlikely', 'dateOfBirth')];
  return oldest < 14 ? [buildCardWarning('underFourteen', 'dateOfBirth')] : [];
}

/** Doubts about a number and what stands beside it; `personalId` must have passed `isPersonalId`. */
export function checkPersonalId(facts: SameFacts, { today, practice = false }: CheckContext): CardWarning[] {
  const parts = splitPersonalId(facts.personalId);
  const warnings: CardWarning[] = [];
  const isKnownPlace = parts.origin === 'province' || parts.origin === 'country';
  if (!isKnownPlace && !(practice && parts.origin === 'practice'))
    warnings.push(buildCardWarning('prefixUnassigned', 'personalId'));
  const year = facts.dateOfBirth === undefined ? undefined : getYear(facts.dateOfBirth);
  const centuryDiffers = year !== undefined && Math.floor(year / 100) !== Math.floor(parts.birthYear / 100);
  if (centuryDiffers || (facts.sex !== undefined && facts.sex !== parts.sex))
    warnings.push(buildCardWarning('sexOrCenturyDiffers', 'personalId'));
  if (year !== undefined && year % 100 !== parts.birthYear % 100)
    warnings.push(buildCardWarning('birthYearDiffers', 'personalId'));
  if (facts.dateOfBirth !== undefined) warnings.push(...listAgeWarnings(facts.dateOfBirth, today));
  return warnings;
}

/** `personCard`: the last four digits, beside the person. `summary`: the last three, where a list may be read by others. */
export function maskPersonalId(personalId: string, place: 'personCard' | 'summary'): string {
  const shown = place === 'personCard' ? 4 : 3;
  const hidden = Math.max(personalId.length - shown, 0);
  return '•'.repeat(hidden) + personalId.slice(hidden);
}
