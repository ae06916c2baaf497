/** Made-up drafts of about the size of a filled form (31 fields), and later edits of two of their fields. */
import type { Json } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import { makeId, type Save } from '../../fixtures/devices/make-device.ts';

const SYLLABLES = [
  'Nguyễn',
  'Thị',
  'Ví',
  'Dụ',
  'Đoài',
  'Hạ',
  'Thượng',
  'Bình',
  'An',
  'Phú',
  'Lộc',
  'Sơn',
  'Hà',
  'Mai',
];

export interface Draft {
  readonly record: RecordId;
  readonly create: Save;
  readonly patch: Save;
}

export function makeDraft(number: number): Draft {
  const record = makeId<RecordId>();
  const citizen = makeId<RecordId>();
  const answers = Array.from({ length: 26 }, (_, at): [string, Json] => [
    `answers/field${at}`,
    at % 5 === 0 ? at % 2 === 0 : makeWords(number * 31 + at, 2 + (at % 4)),
  ]);
  const facts = {
    citizen,
    session: citizen,
    procedure: '1.001193',
    formVersion: 'v1',
    route: 'selfOwnPhone',
  };
  const create = { collection: 'dossier', record, patch: { ...facts, ...Object.fromEntries(answers) } };
  const edited = { 'answers/field1': makeWords(number, 3), 'answers/field2': makeWords(number + 7, 3) };
  return {
    record,
    create,
    patch: { collection: 'dossier', record, base: Number.MAX_SAFE_INTEGER, patch: edited },
  };
}

function makeWords(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => SYLLABLES[(seed * 7 + at * 5) % SYLLABLES.length]).join(
    ' ',
  );
}
