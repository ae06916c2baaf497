/** The relative who files, while they are being named, and what the dossier's answers become by it. Draws nothing. */
import type { Json, Patch } from '#shared/model/operation';
import type { Kin, Relative, Route } from '#shared/model/dossier';
import type { CitizenFacts } from '#shared/rules/fill-form';
import { checkPhone, formatPhone } from '#shared/rules/phone';
import { type AnswerChanges, answerForCitizen, answerForRelative } from '#shared/rules/relative-route';
import type { OpenDossier } from './queries.ts';

export interface RelativeDraft {
  readonly name: string;
  readonly kin: Kin | undefined;
  /** As it is typed; may stay empty. */
  readonly phone: string;
  /** They said yes themselves. */
  readonly agrees: boolean;
}

export const relativeFaults = ['relativeName', 'relativeKin', 'relativePhone', 'relativeYes'] as const;
export type RelativeFault = (typeof relativeFaults)[number];

export function startRelativeDraft(relative: Relative | undefined): RelativeDraft {
  const { name = '', kin, phone = '' } = relative ?? {};
  return { name, kin, phone: formatPhone(phone), agrees: relative !== undefined };
}

/** Another name or another relation is another person, whose yes has not been heard. */
export function amendRelative(draft: RelativeDraft, part: Partial<RelativeDraft>): RelativeDraft {
  const isAnother = part.name !== undefined || part.kin !== undefined;
  return { ...draft, ...(isAnother && { agrees: false }), ...part };
}

export function findRelativeFault({ name, kin, phone, agrees }: RelativeDraft): RelativeFault | undefined {
  if (name.trim() === '') return 'relativeName';
  if (kin === undefined) return 'relativeKin';
  if (phone.trim() !== '' && !checkPhone(phone).ok) return 'relativePhone';
  return agrees ? undefined : 'relativeYes';
}

export interface NamedRelative {
  readonly name: string;
  readonly kin: Kin;
  readonly phone?: string;
}

/** Call only without fault. */
export function settleRelative({ name, kin, phone }: RelativeDraft): NamedRelative | undefined {
  const checked = checkPhone(phone);
  return kin && { name: name.trim(), kin, ...(checked.ok && { phone: checked.value.phone }) };
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
  if (former?.kin === relative.kin) return renameFiler(former, relative, now);
  const kept = { ...relative, agreedAt: now, ...(typeof own === 'string' && { before: own }) };
  const changes = answerForRelative(form, { own, kin: relative.kin, citizen: facts });
  return { relative: kept, ...writeAnswers(changes) };
}

/** Still what they were to the citizen: no answer changes. Whoever bears another name has said yes now. */
function renameFiler(former: Relative, relative: NamedRelative, now: number): Patch {
  if (former.name === relative.name && former.phone === relative.phone) return {};
  const { phone: _phone, ...rest } = former;
  const agreedAt = former.name === relative.name ? former.agreedAt : now;
  return { relative: { ...rest, ...relative, agreedAt } as Json };
}

/** The relative took their own yes back: nothing of theirs stays, and who files is asked anew. */
export function dropFiler({ dossier, procedure, citizen }: OpenDossier): Patch {
  const { relative, answers } = dossier;
  const own = relative?.before;
  const changes = answerForCitizen(procedure.form, { own, citizen: citizen as CitizenFacts, answers });
  return { relative: null, route: null, finishedAt: null, ...writeAnswers(changes) };
}

function writeAnswers(changes: AnswerChanges): Patch {
  return Object.fromEntries(Object.entries(changes).map(([id, answer]) => [`answers/${id}`, answer]));
}
