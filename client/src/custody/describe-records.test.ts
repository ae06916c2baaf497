import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { messagesVi } from '../i18n/messages-vi.ts';
import { createTranslator } from '../i18n/translate.ts';
import { describeRecords } from './describe-records.ts';
import type { RecordCustody } from './record-custody.ts';

const translator = createTranslator('vi', messagesVi);
const at = (transport: RecordCustody['transport']): RecordCustody => ({
  transport,
  text: transport,
  piecesHere: 0,
  held: false,
  quarantined: false,
});
const places: Readonly<Record<string, RecordCustody>> = {
  sent: at('atServer'),
  kept: at('onDevice'),
  typed: at('typing'),
  refused: { ...at('atServer'), setAside: { seq: 1, code: 'fieldInvalid' } },
};
const work = { readCustody: (record: RecordId) => places[record] ?? at('typing') };
const tell = (...records: [string, ...string[]]) =>
  describeRecords(work, records as unknown as [RecordId, ...RecordId[]], translator);

describe('a person and their consents, a session and its list', () => {
  it('are with the commune only when all of them are', () => {
    expect(tell('sent', 'sent').level).toBe(2);
    expect(tell('sent', 'kept').level).toBe(1);
    expect(tell('kept', 'typed', 'sent').level).toBe(0);
  });

  it('show what a person has to mend before what only waits', () => {
    expect(tell('kept', 'refused').tone).toBe('attention');
    expect(tell('refused', 'kept').tone).toBe('attention');
  });
});
