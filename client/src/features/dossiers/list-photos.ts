/** Which papers are photographed at lodging, with the citizen's own phone. Shows none and fetches none. */
import { listNeededDocuments } from '#shared/rules/fill-form';
import type { FormDocument } from '#shared/rules/form-definition';
import type { Procedure } from '#shared/rules/procedure';
import type { Dossier } from './read-dossier.ts';

/** What nobody else has: a paper in the vault or in the commune's own books is not photographed again. */
export function listPhotos(
  { form }: Pick<Procedure, 'form'>,
  dossier: Pick<Dossier, 'answers' | 'route' | 'relative' | 'papers' | 'papersNotNeeded'>,
): FormDocument[] {
  const { papers, papersNotNeeded } = dossier;
  return listNeededDocuments(form, dossier).filter(({ id, required }) => {
    const isWanted = papers[id] !== undefined || papersNotNeeded[id] === 'ownCamera';
    return isWanted || (required && papersNotNeeded[id] === undefined);
  });
}
