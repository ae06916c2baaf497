import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeRules } from '../../data/fee-rules.ts';
import { feeTexts } from '../../data/fee-texts.ts';
import { findProcedure, procedures } from '../../data/procedures.ts';
import { fillBlanks } from './bilingual-text.ts';
import type { FeeRule } from './fee-rule.ts';
import type { FeeQuestion } from './fees.ts';
import { findFeeGroup } from './fee-rule.ts';
import { evaluateFee } from './fees.ts';

const ask = (changes: Partial<FeeQuestion> & Pick<FeeQuestion, 'procedureCode'>) =>
  evaluateFee({ rules: feeRules, channel: 'direct', at: '2026-11-22', provinceCode: '20', ...changes });

const EXTRACT = { procedureCode: '2.000635', feeGroup: 'hoTich' } as const;
const MARITAL_STATUS = { procedureCode: '1.004873', feeGroup: 'hoTich' } as const;
const RESIDENCE = { procedureCode: '1.004222', feeGroup: 'cuTru' } as const;
const CERTIFIED_COPY = { procedureCode: '2.000815', feeGroup: 'chungThuc' } as const;

describe('a copy of a civil-status extract', () => {
  it('costs 8.000 đ each, and says by which circular', () => {
    const fee = ask({ ...EXTRACT, copies: 3 });
    expect(fee.amount).toBe(24_000);
    expect(fee.reason).toEqual({
      key: 'fee.perCopy',
      params: { amount: 8_000, copies: 3, total: 24_000 },
      legalBasis: 'TT 281/2016/TT-BTC',
    });
  });

  it('is not waived on a note without an article: the possibility is said unasked, the amount stays', () => {
    for (const groups of [undefined, ['hoNgheo'] as const]) {
      const fee = ask({ ...EXTRACT, groups });
      expect(fee.amount).toBe(8_000);
      expect(fee.reason.key).toBe('fee.perCopy');
      const basis = { legalBasis: 'TT 281/2016/TT-BTC' };
      expect(fee.mayBeExempt).toEqual([
        { group: 'nguoiCoCong', ...basis },
        { group: 'hoNgheo', ...basis },
        { group: 'nguoiKhuyetTat', ...basis },
      ]);
    }
  });

  it('has its possible exemptions said where the council sets the fee too, and not where it is free', () => {
    expect(ask(MARITAL_STATUS).mayBeExempt.length).toBe(3);
    expect(ask({ procedureCode: '1.000894', feeGroup: 'hoTich' }).mayBeExempt).toEqual([]);
  });
});

describe('Hà Nội at the turn of the year', () => {
  const haNoi = { provinceCode: '01', channel: 'online' } as const;

  it('pays for the ministry’s fee from 01/01/2026 on, not on 31/12/2025', () => {
    expect(ask({ ...EXTRACT, ...haNoi, at: '2025-12-31' }).amount).toBe(8_000);
    const fee = ask({ ...EXTRACT, ...haNoi, at: '2026-01-01' });
    expect(fee.amount).toBe(0);
    expect(fee.reason).toMatchObject({ key: 'fee.subsidised', legalBasis: 'NQ 77/2025/NQ-HĐND Hà Nội' });
  });

  it('sets its own council’s fee to 0 from 01/01/2026 on, and before that nobody may say', () => {
    expect(ask({ ...MARITAL_STATUS, ...haNoi, at: '2025-12-31' }).amount).toBeNull();
    const fee = ask({ ...MARITAL_STATUS, ...haNoi, at: '2026-01-01' });
    expect(fee.amount).toBe(0);
    expect(fee.reason).toMatchObject({ key: 'fee.setByProvince', legalBasis: 'NQ 77/2025/NQ-HĐND Hà Nội' });
  });

  it('gives nothing at the counter, and nothing to another province', () => {
    expect(ask({ ...EXTRACT, provinceCode: '01', at: '2026-01-01' }).amount).toBe(8_000);
    expect(ask({ ...EXTRACT, channel: 'online', at: '2026-01-01' }).amount).toBe(8_000);
    expect(
      ask({ ...MARITAL_STATUS, channel: 'direct', provinceCode: '01', at: '2026-01-01' }).amount,
    ).toBeNull();
  });
});

describe('permanent residence', () => {
  it('is half the price online', () => {
    expect(ask({ ...RESIDENCE, channel: 'online' }).amount).toBe(10_000);
    expect(ask({ ...RESIDENCE, channel: 'direct' }).amount).toBe(20_000);
  });

  it('has no price on a way for which no rule was found', () => {
    expect(ask({ ...RESIDENCE, channel: 'post' }).amount).toBeNull();
  });
});

describe('a certified copy', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 5_000],
    [150, 152_000],
    [197, 199_000],
    [198, 200_000],
    [199, 200_000],
    [5_000, 200_000],
  ])('of %i pages costs %i đ', (pages, amount) => {
    expect(ask({ ...CERTIFIED_COPY, pages }).amount).toBe(amount);
  });

  it('has its cap for each copy, not for the stack', () => {
    const fee = ask({ ...CERTIFIED_COPY, pages: 300, copies: 2 });
    expect(fee.amount).toBe(400_000);
    expect(fee.reason.key).toBe('fee.capped');
  });

  it('cannot be priced before its pages are counted', () => {
    for (const pages of [undefined, 0, -1, 1.5, Number.NaN])
      expect(ask({ ...CERTIFIED_COPY, pages })).toMatchObject({
        amount: null,
        reason: { key: 'fee.countsNeeded' },
      });
  });
});

describe('where no verified rule holds', () => {
  it('the amount is unknown and never 0, and the council is named', () => {
    const fee = ask({ ...MARITAL_STATUS, channel: 'online' });
    expect(fee.amount).toBeNull();
    expect(feeTexts[fee.reason.key].vi).toContain('Do HĐND tỉnh quy định');
  });

  it('an unverified waiver moves nothing', () => {
    expect(ask({ ...MARITAL_STATUS, channel: 'online', provinceCode: '79' }).amount).toBeNull();
  });

  it('a birth is free in time; late it is for the council to say', () => {
    const birth = { procedureCode: '1.001193', feeGroup: 'hoTich' } as const;
    expect(ask({ ...birth, isOnTime: true }).amount).toBe(0);
    expect(ask({ ...birth, isOnTime: false }).amount).toBeNull();
    expect(ask(birth).amount).toBeNull();
  });

  it('no procedure in the world gets 0 by default, nor an adoption in Hà Nội', () => {
    const code = fc.oneof(fc.stringMatching(/^9\.\d{6}$/), fc.constant('2.001263'));
    const channel = fc.constantFrom('online', 'direct', 'post');
    const province = fc.constantFrom('01', '20', '79');
    fc.assert(
      fc.property(code, channel, province, (procedureCode, way, provinceCode) => {
        const asked = { procedureCode, channel: way, provinceCode, feeGroup: findFeeGroup('nuoiConNuoi') };
        return ask({ ...asked, groups: ['hoNgheo'], isOnTime: true }).amount === null;
      }),
    );
  });
});

describe('each procedure of the catalogue', () => {
  it.each([
    ['2.000635', 'online', 8_000],
    ['2.000815', 'direct', 5_000],
    ['1.001193', 'online', null],
    ['3.000722', 'online', null],
    ['1.004222', 'online', 10_000],
    ['1.004222', 'direct', 20_000],
    ['1.004194', 'online', 7_000],
    ['1.004194', 'direct', null],
    ['1.010041', 'online', 0],
    ['1.004873', 'online', null],
    ['1.000894', 'online', 0],
    ['1.000656', 'online', null],
    ['3.000228', 'direct', null],
    ['1.001612', 'online', null],
    ['1.001612', 'direct', null],
  ] as const)('%s, %s: %s đ, and null where only the council may say', (code, channel, amount) => {
    const entry = findProcedure(code);
    const feeGroup = entry && findFeeGroup(entry.field);
    const fee = ask({ procedureCode: code, feeGroup, channel, pages: 3 });
    expect(fee.amount).toBe(amount);
    if (amount === null) expect(feeTexts[fee.reason.key].vi).toContain('Do HĐND tỉnh quy định');
  });

  it('is 0 only by a rule that says free', () => {
    for (const { code, field } of procedures)
      for (const channel of ['online', 'direct', 'post'] as const) {
        const fee = ask({ procedureCode: code, feeGroup: findFeeGroup(field), channel, pages: 1 });
        if (fee.amount === 0) expect(fee.reason.key).toBe('fee.free');
      }
  });

  it('of a household business is 0 online in Hà Nội from 01/01/2026 on, and was not before', () => {
    const business = {
      procedureCode: '1.001612',
      feeGroup: 'dkkd',
      channel: 'online',
      provinceCode: '01',
    } as const;
    expect(ask({ ...business, at: '2025-12-31' }).amount).toBeNull();
    expect(ask({ ...business, at: '2026-01-01' }).amount).toBe(0);
  });

  it('is not made free in Hà Nội where nobody knows who sets the fee', () => {
    const bundle = { procedureCode: '3.000722', channel: 'online', provinceCode: '01' } as const;
    expect(ask({ ...bundle, at: '2026-11-22' }).amount).toBeNull();
  });
});

describe('an exemption', () => {
  it('that the rule itself names is given, with the group', () => {
    const fee = ask({ procedureCode: '2.002516', feeGroup: 'hoTich', groups: ['canNgheo', 'nguoiCoCong'] });
    expect(fee.amount).toBe(0);
    expect(fee.reason).toMatchObject({ key: 'fee.exempt', params: { group: 'nguoiCoCong' } });
  });

  it('is not given to other groups', () => {
    expect(ask({ procedureCode: '2.002516', feeGroup: 'hoTich', groups: ['canNgheo'] }).amount).toBe(8_000);
  });
});

describe('of several provincial rules', () => {
  const rule = (changes: Partial<FeeRule>): FeeRule => ({
    id: 'x',
    scope: { level: 'province', provinceCode: '20' },
    channel: 'any',
    setBy: 'ministry',
    legalBasis: 'x',
    effectiveFrom: '2026-01-01',
    status: 'verified',
    ...changes,
  });

  it('the one for the procedure goes before the one for the group', () => {
    const half = rule({ feeGroup: 'hoTich', adjust: { kind: 'multiply', value: 0.5 } });
    const fixed = rule({ procedureCode: '2.000635', adjust: { kind: 'set', value: 1_000 } });
    expect(ask({ ...EXTRACT, rules: [...feeRules, half] }).amount).toBe(4_000);
    expect(ask({ ...EXTRACT, rules: [...feeRules, half, fixed] }).amount).toBe(1_000);
  });

  it('one that names an exception leaves it alone', () => {
    const all = rule({ adjust: { kind: 'subsidy', value: 100, excludes: ['2.000635'] } });
    expect(ask({ ...EXTRACT, rules: [...feeRules, all] }).amount).toBe(8_000);
    expect(ask({ ...RESIDENCE, rules: [...feeRules, all] }).amount).toBe(0);
  });

  it('a base of its own goes before the national one, from its first to its last day', () => {
    const own = rule({
      procedureCode: '2.000635',
      basis: 'perCopy',
      amount: 5_000,
      effectiveTo: '2026-06-30',
    });
    const rules = [...feeRules, own];
    expect(ask({ ...EXTRACT, rules, at: '2026-06-30' }).amount).toBe(5_000);
    expect(ask({ ...EXTRACT, rules, at: '2026-07-01' }).amount).toBe(8_000);
    expect(ask({ ...EXTRACT, rules, at: '2025-12-31' }).amount).toBe(8_000);
  });
});

describe('the rules as data', () => {
  it('have each id once, whole đồng, and a source', () => {
    expect(new Set(feeRules.map((rule) => rule.id)).size).toBe(feeRules.length);
    for (const rule of feeRules) {
      expect(rule.legalBasis).not.toBe('');
      for (const amount of [
        rule.amount ?? 0,
        rule.cap ?? 0,
        ...(rule.tiers ?? []).map((tier) => tier.amount),
      ])
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
    }
  });

  it('never charge a negative amount, and every line can be said', () => {
    const codes = feeRules.flatMap((rule) => rule.procedureCode ?? []);
    const question = fc.record({
      procedureCode: fc.constantFrom(...codes),
      feeGroup: fc.constantFrom('hoTich', 'cuTru', 'chungThuc'),
      channel: fc.constantFrom('online', 'direct', 'post'),
      provinceCode: fc.constantFrom('01', '20', '79'),
      at: fc.constantFrom('2016-12-31', '2025-12-31', '2026-01-01', '2026-11-22'),
      copies: fc.integer({ min: -1, max: 60 }),
      pages: fc.integer({ min: -1, max: 400 }),
    });
    fc.assert(
      fc.property(question, (asked) => {
        const fee = evaluateFee({ rules: feeRules, ...asked });
        const spoken = fee.lines.map((line) => fillBlanks(feeTexts[line.key].vi, line.params));
        return (fee.amount === null || fee.amount >= 0) && spoken.every((text) => !/[{}]/.test(text));
      }),
    );
  });
});
