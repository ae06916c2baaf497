/** A dossier's record as typed facts: answers, papers, route, lodging. Judges none of them and changes nothing. */
import type { Patch } from '#shared/model/operation';
import type { AttachmentId, RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type { Lodging, RecordedNumber, Relative, Route } from '#shared/model/dossier';
import type { ActedBy } from '#shared/model/field-kinds';
import type { Answer, Answers } from '#shared/rules/fill-form';

export interface Appointment {
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  readonly place: string;
}

export interface Dossier {
  readonly record: RecordId;
  readonly citizen: RecordId | undefined;
  readonly session: RecordId | undefined;
  readonly procedure: string;
  readonly answers: Answers;
  /** Document → the scan that counts now. */
  readonly papers: Readonly<Record<string, AttachmentId>>;
  /** Document → why it is not needed. */
  readonly papersNotNeeded: Readonly<Record<string, string>>;
  /** Section → who did it. */
  readonly actedBy: Readonly<Record<string, ActedBy>>;
  readonly route: Route | undefined;
  readonly appointment: Appointment | undefined;
  /** Who files on route C. */
  readonly relative: Relative | undefined;
  readonly reference: string | undefined;
  readonly finishedAt: number | undefined;
  readonly recordedNumber: RecordedNumber | undefined;
  readonly lodging: Lodging | undefined;
}

/** `values`: paths as they are shown, taken-away ones absent. */
export function readDossier(record: RecordId, values: Patch): Dossier {
  const find = <T>(path: string): T | undefined => (values[path] ?? undefined) as T | undefined;
  return {
    record,
    citizen: find<RecordId>('citizen'),
    session: find<RecordId>('session'),
    procedure: find<string>('procedure') ?? '',
    answers: Object.fromEntries(listEntries<Answer>(values, 'answers')),
    papers: Object.fromEntries(listEntries<AttachmentId>(values, 'papers')),
    papersNotNeeded: Object.fromEntries(listEntries<string>(values, 'papersNotNeeded')),
    actedBy: Object.fromEntries(listEntries<ActedBy>(values, 'actedBy')),
    route: find<Route>('route'),
    appointment: find<Appointment>('appointment'),
    relative: find<Relative>('relative'),
    reference: find<string>('reference'),
    finishedAt: find<number>('finishedAt'),
    recordedNumber: find<RecordedNumber>('recordedNumber'),
    lodging: find<Lodging>('lodging'),
  };
}

/** Whose act lodging is: the relative's on route C, else the citizen's. */
export function nameFiler({ route, relative }: Pick<Dossier, 'route' | 'relative'>, citizen: string): string {
  return route === 'relative' && relative ? relative.name : citizen;
}

/** Only the server's word counts: a number that was typed here is a claim until it is taken. */
export function isLodged({ lodging }: Pick<Dossier, 'lodging'>): boolean {
  return lodging?.state === 'lodged';
}
