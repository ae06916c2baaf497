import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardError, IdCard } from './id-card.ts';
import { parseIdCard } from './id-card.ts';

interface Fixture<E> {
  readonly proves: string;
  readonly today: string;
  readonly practice?: boolean;
  readonly text: string;
  readonly expected: E;
}
type Expected = { readonly card: IdCard; readonly warnings: string[]; readonly extra: string[] };

const folder = new URL('../../../fixtures/id-cards/', import.meta.url);

function readFixtures<E>(kind: string): Fixture<E>[] {
  const names = readdirSync(new URL(`${kind}/`, folder)).sort();
  return names.map(
    (name) => JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')) as Fixture<E>,
  );
}

describe('a card that is read', () => {
  it.each(readFixtures<Expected>('valid'))('$proves', ({ text, today, practice = false, expected }) => {
    const result = parseIdCard(text, today, { practice });
    if (!result.ok) throw new Error(`Refused: ${result.error.type}`);
    const { card, warnings, extra } = result.value;
    expect({ card, warnings: warnings.map((warning) => warning.code), extra }).toEqual(expected);
  });
});

describe('a text that is no card', () => {
  it.each(readFixtures<CardError>('invalid'))('$proves', ({ text, today, expected }) => {
    expect(parseIdCard(text, today)).toEqual({ ok: false, error: expected });
  });
});

const today = '2026-11-22';
const text = (changes: Partial<Record<'name' | 'born', string>>) =>
  `099090000123||${changes.name ?? 'NGUYỄN VĂN MẪU'}|${changes.born ?? '15081990'}|Nam|Thôn Mẫu, Xã Ví Dụ|20042021`;

it('keeps what was read beside a warning, so that a person can compare it with the card', () => {
  const spoilt = parseIdCard(text({ name: 'Nguyeenx Vawn Maaux', born: '01011947' }), today);
  expect(spoilt.ok && spoilt.value.warnings).toEqual(
    expect.arrayContaining([
      { code: 'nameNeedsCheck', field: 'fullName', level: 'check', raw: 'Nguyeenx Vawn Maaux' },
      { code: 'birthDateYearOnly', field: 'dateOfBirth', level: 'check', raw: '1947-01-01' },
    ]),
  );
});

it('takes of a name or an address no more than their boxes do, in whole letters, and says so', () => {
  const name = `NGUYỄN ${'Ấ'.repeat(192)}𠀀${'N'.repeat(500)}`;
  const long = parseIdCard(text({ name }).replace('Xã Ví Dụ', 'Ấ'.repeat(600)), today);
  if (!long.ok) throw new Error(long.error.type);
  const { card, warnings } = long.value;
  expect(card.fullName).toBe(`NGUYỄN ${'Ấ'.repeat(192)}`);
  expect(card.residenceAsPrinted).toHaveLength(500);
  expect(warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['nameTooLong', 'residenceTooLong']),
  );
  const whole = parseIdCard(text({ name: `NGUYỄN ${'Ấ'.repeat(193)}` }), today, { practice: true });
  expect(whole.ok && [whole.value.card.fullName.length, whole.value.warnings]).toEqual([200, []]);
});

it('puts nothing of the card into a refusal', () => {
  const refused = parseIdCard(text({}).slice(1), today);
  expect(JSON.stringify(refused)).not.toMatch(/90000123|NGUYỄN/);
});

it('takes no card in practice but the samples, and answers nothing of the other', () => {
  const real = text({}).replace(/^099/, '046');
  expect(parseIdCard(real, today, { practice: true, samplesOnly: true })).toEqual({
    ok: false,
    error: { type: 'realCard' },
  });
  expect(parseIdCard(real, today).ok).toBe(true);
  expect(parseIdCard(text({}), today, { practice: true, samplesOnly: true }).ok).toBe(true);
});

it('never throws, whatever a scanner types', () => {
  const field = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '099090000123', '15081990', 'Nam', 'CCCD:'),
  );
  const scans = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3_000 }),
    fc.array(field, { maxLength: 12 }).map((fields) => ['099090000123', ...fields].join('|')),
  );
  fc.assert(
    fc.property(scans, (scan) => {
      const result = parseIdCard(scan, today);
      return result.ok ? /^\d{12}$/.test(result.value.card.personalId) : 'found' in result.error;
    }),
  );
});

it('reads back any well-formed card', () => {
  const day = fc.date({ min: new Date('1930-01-02'), max: new Date('2010-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 999_999 }), (date, serial) => {
      const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-');
      fc.pre(`${dayOfMonth}${month}` !== '0101');
      const century = Number(year) < 2000 ? '1' : '3';
      const personalId = `099${century}${year.slice(2)}${String(serial).padStart(6, '0')}`;
      const scan = `${personalId}||Trần Thị Ví Dụ|${dayOfMonth}${month}${year}|Nữ|Thôn Mẫu|05112024`;
      const result = parseIdCard(scan, today, { practice: true });
      expect(result.ok && result.value.card).toMatchObject({
        personalId,
        dateOfBirth: `${year}-${month}-${dayOfMonth}`,
      });
      expect(result.ok && result.value.warnings.filter((warning) => warning.level === 'check')).toEqual([]);
    }),
  );
});
