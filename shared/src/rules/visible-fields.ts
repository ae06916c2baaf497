/** Which fields of a form are there at all, by its answers and by whose account it is filed from. Judges no answer. */
import type { Route } from '../model/dossier.ts';
import type { FormCondition } from './form-condition.ts';
import type { FormDefinition, FormField } from './form-definition.ts';
import { listFields } from './form-definition.ts';

/** Answers may come from an older client or from a file: rubbish answers nothing, and never throws. */
export function findAnswer(answers: unknown, fieldId: string): unknown {
  if (typeof answers !== 'object' || answers === null || !Object.hasOwn(answers, fieldId)) return undefined;
  return (answers as Record<string, unknown>)[fieldId];
}

export interface FilledForm {
  readonly route: Route | undefined;
  readonly answers: unknown;
}

/** Fields whose conditions hold. An answer left behind in a hidden field opens nothing. */
export function listVisibleFields(form: FormDefinition, { route, answers }: FilledForm): FormField[] {
  const visible = new Map<string, FormField>();
  return listFields(form).filter((field) => {
    const isShown = holdAll(field.visibleWhen, visible, answers) && !isOfRelative(form, field, route);
    if (isShown) visible.set(field.id, field);
    return isShown;
  });
}

/** Whether each condition names a field that is shown and answered so. */
export function holdAll(
  conditions: readonly FormCondition[] | undefined,
  visible: ReadonlyMap<string, FormField>,
  answers: unknown,
): boolean {
  return (conditions ?? []).every(({ field: id, oneOf }) => {
    const field = visible.get(id);
    const answer = findAnswer(answers, id) ?? field?.assumed;
    return field !== undefined && oneOf.some((wanted) => wanted === answer);
  });
}

/** A box about the requester, whom the portal knows by the account. */
function isAboutRequester({ from, portalKnows }: FormField): boolean {
  return from !== undefined && portalKnows;
}

function isOwner({ relativeFiles }: FormDefinition): boolean {
  return relativeFiles === undefined || relativeFiles.citizenIs === 'owner';
}

/** Route C, where the requester is the relative: nothing of the citizen belongs there. */
function isOfRelative(form: FormDefinition, field: FormField, route: Route | undefined): boolean {
  return route === 'relative' && !isOwner(form) && isAboutRequester(field);
}

/** Route C: the portal knows the relative, so the citizen has to be written out. */
export function isOfOwner(form: FormDefinition, field: FormField, route: Route | undefined): boolean {
  return route === 'relative' && isOwner(form) && isAboutRequester(field);
}

export function isTyped(form: FormDefinition, field: FormField, route: Route | undefined): boolean {
  return !field.portalKnows || isOfOwner(form, field, route);
}
