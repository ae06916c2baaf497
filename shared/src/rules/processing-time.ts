/** How long a dossier takes by what it says of itself. Counts no days. */
import type { Answers } from './fill-form.ts';
import type { Procedure, ProcessingTime } from './procedure.ts';
import { holdAll, listVisibleFields } from './visible-fields.ts';

/** That of the first case whose conditions hold; a case without conditions is decided by the office, so it is never assumed. */
export function findProcessingTime(
  { form, processingTime, timeCases = [] }: Pick<Procedure, 'form' | 'processingTime' | 'timeCases'>,
  answers: Answers,
): ProcessingTime | undefined {
  const shown = listVisibleFields(form, { route: undefined, answers });
  const visible = new Map(shown.map((field) => [field.id, field]));
  const found = timeCases.find(({ conditions }) => conditions && holdAll(conditions, visible, answers));
  return found?.time ?? processingTime;
}
