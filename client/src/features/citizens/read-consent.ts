/** The yeses of a person: what for, how, when, and whether they still hold. Asks for none. */
import type { RecordId } from '#shared/ids';
import type { ConsentPurpose } from '#shared/model/citizen';
import type { RecordView } from '../../custody/record-store.ts';

export type ConsentMethod = 'spoken' | 'thumb' | 'relative';

export interface ConsentFacts {
  readonly record: RecordId;
  readonly purposes: readonly ConsentPurpose[];
  readonly textVersion: string;
  readonly method: ConsentMethod;
  readonly at: number;
  readonly withdrawnAt: number | undefined;
}

/** Latest first. `own`: every record of this person. */
export function listConsents(records: readonly RecordView[], own: ReadonlySet<string>): ConsentFacts[] {
  return records
    .filter(({ values }) => own.has(String(values['citizen'])))
    .map(({ record, values }) => ({
      record,
      purposes: Array.isArray(values['purposes']) ? (values['purposes'] as ConsentPurpose[]) : [],
      textVersion: String(values['textVersion'] ?? ''),
      method: values['method'] as ConsentMethod,
      at: Number(values['at'] ?? 0),
      withdrawnAt: typeof values['withdrawnAt'] === 'number' ? values['withdrawnAt'] : undefined,
    }))
    .sort((a, b) => b.at - a.at);
}
