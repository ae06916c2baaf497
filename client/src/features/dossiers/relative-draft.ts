/** The relative who files, while they are being named, and what the dossier's answers become by it. Draws nothing. */
import type { Json, Patch } from '#shared/model/operation';
import type { Kin, Relative, Route } from '#shared/model/dossier';
import type { CitizenFacts } from '#shared/rules/fill-form';
import { type AnswerChanges, answerForCitizen, answerForRelative } from '#shared/rules/relative-route';
import type { OpenDossier } from './queries.ts';

export interface RelativeDraft {
  readonly name: string;
  readonly kin: Kin | undefined;
  /** They said yes themselves. */
  readonly agrees: boolean;
}

export type RelativeFault = 'relativeName' | 'relativeKin' | 'relativeYes';

export function startRelativeDraft(relative: Relative | undefined): RelativeDraft {
  return { name: relative?.name ?? '', kin: relative?.kin, agrees: relative !== undefined };
}

export function findRelativeFault({ name, kin, agrees }: RelativeDraft): RelativeFault | undefined {
  if (name.trim() === '') return 'relativeName';
  if (kin === undefined) return 'relativeKin';
  return agrees ? undefined : 'relativeYes';
}

export interface NamedRelative {
  readonly name: string;
  readonly kin: Kin;
}

/** Call only without fault. */
export function settleRelative({ name, kin }: RelativeDraft): NamedRelative | undefined {
  return kin && { name: name.trim(), kin };
}

interface Chosen {
  readonly route: Route;
  readonly relative?: NamedRelative | undefined;
}

/** Who files is another: what is written of them, and the answers that change with it. */
export function changeFiler(open: OpenDossier, { route, relative }: Chosen, now: number): Patch {
  const { dossier, procedure, citizen } = open;
  const { relative: former, answers } = dossier;
  const facts = citizen as CitizenFacts;
  const { form } = procedure;
  const relation = form.relativeFiles?.relation;
  const current = relation === undefined ? undefined : answers[relation];
  const own = former ? former.before : current;
  if (route !== 'relative')
    return former
      ? { relative: null, ...writeAnswers(answerForCitizen(form, { own, citizen: facts, answers })) }
      : {};
  if (!relative) return {};
  if (former?.kin === relative.kin) return { relative: { ...former, name: relative.name } as Json };
  const kept = { ...relative, agreedAt: now, ...(typeof own === 'string' && { before: own }) };
  const changes = answerForRelative(form, { own, kin: relative.kin, citizen: facts });
  return { relative: kept, ...writeAnswers(changes) };
}

function writeAnswers(changes: AnswerChanges): Patch {
  return Object.fromEntries(Object.entries(changes).map(([id, answer]) => [`answers/${id}`, answer]));
}
