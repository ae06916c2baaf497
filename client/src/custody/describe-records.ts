/** Where several records are that are one thing to a person: as far as the one that is least far. Knows no record by name. */
import type { RecordId } from '#shared/ids';
import type { Translator } from '../i18n/translate.ts';
import { type CustodyWords, describeCustody } from './describe-custody.ts';
import type { Work } from './work.ts';

const TROUBLE = { bad: 0, attention: 1, good: 2 } as const;

/** `records` names at least one; whatever needs a person comes before what only waits. */
export function describeRecords(
  work: Pick<Work, 'readCustody'>,
  records: readonly [RecordId, ...RecordId[]],
  translator: Translator,
): CustodyWords {
  const [first, ...others] = records;
  const describe = (record: RecordId) => describeCustody(work.readCustody(record), undefined, translator);
  return others.reduce((lowest, record) => lower(lowest, describe(record)), describe(first));
}

function lower(a: CustodyWords, b: CustodyWords): CustodyWords {
  const byTrouble = TROUBLE[b.tone] - TROUBLE[a.tone];
  return byTrouble < 0 || (byTrouble === 0 && b.level < a.level) ? b : a;
}
