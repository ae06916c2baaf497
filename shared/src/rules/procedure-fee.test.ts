import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeRules } from '../../data/fee-rules.ts';
import { findProcedure, procedures } from '../../data/procedures.ts';
import type { FeeRule } from './fee-rule.ts';
import type { Answers } from './fill-form.ts';
import type { Channel, Procedure } from './procedure.ts';
import { isInForce } from './procedure.ts';
import { type ChannelFee, type FeePlace, listCatalogueFees, listDossierFees } from './procedure-fee.ts';
import { listRoutes } from './routes.ts';

/** Every province of today has a two-digit code; so has none of the gaps between them. */
const PROVINCES = Array.from({ length: 96 }, (_, at) => String(at + 1).padStart(2, '0'));
const place: FeePlace = { rules: feeRules, provinceCode: '20', day: '2026-11-22', takesPost: true };
const find = (code: string) => findProcedure(code) as Procedure;

/** By the rules' own data, without the engine: somebody verified that nothing is paid here, by this channel, on this day. */
function saysFree(rule: FeeRule, channel: Channel, { provinceCode, day }: FeePlace): boolean {
  const isFree =
    (rule.basis !== undefined && rule.amount === 0) ||
    (rule.adjust?.kind === 'set' && rule.adjust.value === 0) ||
    (rule.adjust?.kind === 'subsidy' && rule.adjust.value === 100);
  const isHere = rule.scope.level === 'national' || rule.scope.provinceCode === provinceCode;
  const isThisWay = rule.channel === 'any' || rule.channel === channel;
  return rule.status === 'verified' && isFree && isHere && isThisWay && isInForce(rule, day);
}

function isHonest(procedure: Procedure, { channels, fee }: ChannelFee, where: FeePlace): boolean {
  const hasThem = channels.every((channel) => procedure.channels.includes(channel));
  if (fee.amount !== 0) return hasThem;
  const about = feeRules.filter(
    ({ procedureCode, legalBasis }) =>
      legalBasis === fee.reason.legalBasis && (procedureCode ?? procedure.code) === procedure.code,
  );
  return hasThem && channels.every((channel) => about.some((rule) => saysFree(rule, channel, where)));
}

describe('0 đ', () => {
  const anyDossier = fc.record({
    procedure: fc.constantFrom(...procedures),
    provinceCode: fc.constantFrom(...PROVINCES),
    day: fc.constantFrom('2025-09-30', '2025-12-31', '2026-01-01', '2026-11-22', '2027-03-01'),
    route: fc.nat(),
    answers: fc.dictionary(
      fc.constantFrom('copies', 'pages', 'listedPeople', 'registrationKind', 'childDateOfBirth', 'deathDate'),
      fc.oneof(
        fc.integer({ min: -1, max: 300 }),
        fc.constantFrom('list', 'household', '2025-12-01', '2026-11-20'),
      ),
    ),
  });

  it('is said only where a verified rule says free for a channel that the procedure has, before and after a way is chosen', () => {
    fc.assert(
      fc.property(anyDossier, ({ procedure, provinceCode, day, answers, ...chosen }) => {
        const where = { ...place, provinceCode, day };
        const decision = {
          decisionNumber: '1',
          signer: 'x',
          procedureCodes: [procedure.code],
          effectiveFrom: '2025-01-01',
        };
        const offered = listRoutes({
          procedure,
          readiness: {},
          authorisations: [decision],
          postAgreement: 'x',
          today: day,
        });
        const route = [undefined, ...offered.map((offer) => offer.route)][
          chosen.route % (offered.length + 1)
        ];
        const said = [
          ...listDossierFees(procedure, { answers: answers as Answers, route }, where),
          ...listCatalogueFees(procedure, where).flatMap(({ fees }) => fees),
        ];
        return said.length > 0 && said.every((one) => isHonest(procedure, one, where));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never said of a certified copy, in any province', () => {
    for (const provinceCode of PROVINCES)
      for (const route of [undefined, 'counter', 'authorisedForward'] as const) {
        const dossier = { answers: { pages: 1, copies: 1 }, route };
        const amounts = listDossierFees(find('2.000815'), dossier, { ...place, provinceCode }).map(
          ({ fee }) => fee.amount,
        );
        expect(amounts).toEqual([2_000]);
      }
  });
});

describe('before a way is chosen', () => {
  it('each way that is open that day is said, and no other', () => {
    const list = (code: string, day: string) =>
      listDossierFees(find(code), { answers: {}, route: undefined }, { ...place, day }).map(
        ({ channels, fee }) => [channels.join(), fee.amount] as const,
      );
    expect(list('1.004222', '2025-09-30')).toEqual([
      ['online', 10_000],
      ['direct', 20_000],
    ]);
    expect(list('1.004222', '2025-10-01')).toEqual([['online', 10_000]]);
    expect(list('2.000815', '2027-03-01')).toEqual([['direct', null]]);
  });
});

describe('temporary residence', () => {
  const ask = (answers: Answers, route: 'selfOwnPhone' | 'counter') =>
    listDossierFees(find('1.004194'), { answers, route }, place)[0]?.fee;

  it('by a list is paid by the person: 5.000 đ online, 10.000 đ at the counter', () => {
    const answers = { registrationKind: 'list', listedPeople: 12 };
    expect(ask(answers, 'selfOwnPhone')).toMatchObject({
      amount: 60_000,
      reason: { key: 'fee.perPerson', params: { people: 12 } },
    });
    expect(ask(answers, 'counter')?.amount).toBe(120_000);
  });

  it('by a list has no amount before the people are counted, and never that of a household', () => {
    expect(ask({ registrationKind: 'list' }, 'selfOwnPhone')).toMatchObject({
      amount: null,
      reason: { key: 'fee.peopleNeeded' },
    });
  });

  it('of a household is paid once, whatever number an earlier answer left behind', () => {
    expect(ask({ registrationKind: 'household', listedPeople: 12 }, 'selfOwnPhone')?.amount).toBe(7_000);
    expect(ask({}, 'selfOwnPhone')?.amount).toBe(7_000);
  });
});

describe('the catalogue', () => {
  const list = (code: string, where: Partial<FeePlace> = {}) =>
    listCatalogueFees(find(code), { ...place, ...where }).flatMap(({ feeCase, fees }) =>
      fees.map(({ channels, fee }) => [feeCase, channels.join(), fee.amount, fee.lines[0]?.key]),
    );

  it('gives rates where nobody has counted yet', () => {
    expect(list('2.000635')).toEqual([['usual', 'online,post,direct', null, 'fee.ratePerCopy']]);
    expect(list('2.000815')).toEqual([['usual', 'direct', null, 'fee.ratePerPage']]);
  });

  it('gives each case that a term or a list makes', () => {
    expect(list('1.001193')).toEqual([
      ['inTime', 'online', 0, 'fee.free'],
      ['late', 'online', null, 'fee.decidedByCouncil'],
    ]);
    expect(list('1.004194')).toEqual([
      ['usual', 'online', 7_000, 'fee.flat'],
      ['onList', 'online', null, 'fee.ratePerPerson'],
    ]);
  });

  it('says at once what the province pays, counted or not', () => {
    expect(list('2.000635', { provinceCode: '01' })).toEqual([
      ['usual', 'online', 0, 'fee.ratePerCopy'],
      ['usual', 'post,direct', null, 'fee.ratePerCopy'],
    ]);
  });
});
