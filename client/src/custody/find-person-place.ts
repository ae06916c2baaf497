/** Where what a portal was told of a person is mended: no box of the form holds it. Pure. */
import type { RecordId } from '#shared/ids';
import type { Route } from '#shared/model/dossier';

interface FiledBy {
  readonly record: RecordId;
  readonly citizen: string | undefined;
  readonly route: Route | undefined;
}

/** Of the citizen with the person, of a relative where it is said who files. Undefined for a field of the form. */
export function findPersonPlace(field: string, { record, citizen, route }: FiledBy): string | undefined {
  const isOfSubmitter = field === 'submitter' || field.startsWith('submitter.');
  if (isOfSubmitter && route === 'relative') return `/ho-so/${record}/ai-nop`;
  const isOfCitizen = isOfSubmitter || field.startsWith('owner.');
  return isOfCitizen && citizen !== undefined ? `/nguoi-dan/${citizen}?sua=1` : undefined;
}
