/** English for vi/dossiers.ts. */
import type { Translated } from '../message-types.ts';
import type { dossiers as source } from '../vi/dossiers.ts';

export const dossiers = {
  title: 'Dossiers',
  information: 'Information',
  papers: 'Papers',
  fee: 'Fee',
  whoLodges: 'Who lodges this dossier?',
  whoLodgesHint: 'Whoever lodges it uses their own VNeID.',
} as const satisfies Translated<typeof source>;
