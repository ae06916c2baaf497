/** What still keeps a dossier from being finished, each thing by its own name. Empty means that it may be finished. */
import type { BilingualText, TextKey } from '#shared/rules/bilingual-text';
import type { FeeAnswer } from '#shared/rules/fees';
import { checkAnswers, listNeededDocuments } from '#shared/rules/fill-form';
import { listFields } from '#shared/rules/form-definition';
import type { Procedure } from '#shared/rules/procedure';
import { isUncounted } from '../../i18n/write-fee.ts';
import { needsAppointment } from './appointment-draft.ts';
import { isSettled } from './count-progress.ts';
import type { Dossier } from './read-dossier.ts';

export type Lack =
  | {
      readonly type: 'answer';
      readonly fieldId: string;
      readonly label: BilingualText;
      readonly message: TextKey;
    }
  /** Two people answered otherwise. */
  | { readonly type: 'conflict'; readonly fieldId: string; readonly label: BilingualText }
  | { readonly type: 'paper'; readonly documentId: string; readonly label: BilingualText }
  | { readonly type: 'feeCounts' }
  | { readonly type: 'route' }
  /** Route C: nobody wrote down who files, and their yes. */
  | { readonly type: 'relative' }
  | { readonly type: 'appointment' }
  | { readonly type: 'consent' };

export interface LackQuestion {
  readonly procedure: Procedure;
  readonly dossier: Dossier;
  /** `yyyy-mm-dd`. */
  readonly today: string;
  /** By each way that is still open. */
  readonly fees: readonly FeeAnswer[];
  /** Answers that two people gave differently, by field. */
  readonly conflicts: readonly string[];
  /** A yes to filing by the authorised team, not withdrawn. */
  readonly consentsToAuthorisedFiling: boolean;
}

export function listLacks(question: LackQuestion): Lack[] {
  const { procedure, dossier, fees } = question;
  const { form } = procedure;
  const fields = new Map(listFields(form).map((field) => [field.id, field]));
  const lacks: Lack[] = [];
  for (const { fieldId, message } of checkAnswers(form, {
    route: dossier.route,
    answers: dossier.answers,
    today: question.today,
  })) {
    const field = fields.get(fieldId);
    if (field) lacks.push({ type: 'answer', fieldId, label: field.label, message });
  }
  for (const fieldId of question.conflicts) {
    const field = fields.get(fieldId);
    if (field) lacks.push({ type: 'conflict', fieldId, label: field.label });
  }
  for (const document of listNeededDocuments(form, dossier))
    if (document.required && !isSettled(document, dossier))
      lacks.push({ type: 'paper', documentId: document.id, label: document.label });
  const isCountAsked = lacks.some((lack) => lack.type === 'answer' && COUNTS.includes(lack.fieldId));
  if (fees.some(isUncounted) && !isCountAsked) lacks.push({ type: 'feeCounts' });
  return [...lacks, ...listRouteLacks(question)];
}

const COUNTS = ['copies', 'pages', 'listedPeople'];

function listRouteLacks({ dossier, consentsToAuthorisedFiling }: LackQuestion): Lack[] {
  if (dossier.route === undefined) return [{ type: 'route' }];
  if (dossier.route === 'relative' && dossier.relative === undefined) return [{ type: 'relative' }];
  if (needsAppointment(dossier.route) && dossier.appointment === undefined) return [{ type: 'appointment' }];
  if (dossier.route === 'authorisedForward' && !consentsToAuthorisedFiling) return [{ type: 'consent' }];
  return [];
}
