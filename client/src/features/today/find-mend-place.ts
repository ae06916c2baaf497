/** Where a request leads: to its very box, its very paper, or the whole dossier. Pure. */
import { findProcedure } from '#data/procedures';
import type { Route } from '#shared/model/dossier';
import { listFields } from '#shared/rules/form-definition';
import { findPersonPlace } from '../../custody/find-person-place.ts';
import type { News } from './list-news.ts';

export interface MendPlace {
  readonly key: 'retake' | 'field' | 'open';
  readonly href: string;
}

export function findMendPlace({
  request,
  citizen,
  dossier: { record, values },
}: Pick<News, 'request' | 'citizen' | 'dossier'>): MendPlace {
  const { field, document } = request ?? {};
  const form = findProcedure(String(values['procedure']))?.form;
  const paper = form?.documents.find(({ id }) => id === document);
  if (paper) return { key: paper.acceptPhoto ? 'retake' : 'open', href: `/ho-so/${record}?giay=${paper.id}` };
  const route = values['route'] as Route | undefined;
  const personPlace = field === undefined ? undefined : findPersonPlace(field, { record, citizen, route });
  if (personPlace !== undefined) return { key: 'field', href: personPlace };
  const isBox = form !== undefined && listFields(form).some(({ id }) => id === field);
  if (isBox && field !== undefined) return { key: 'field', href: `/ho-so/${record}/thong-tin?o=${field}` };
  return { key: 'open', href: `/ho-so/${record}` };
}
