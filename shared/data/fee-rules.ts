/**
 * Fee rules with their dates and sources, as of 22/11/2026. What no source confirms is `unverified` and never applied.
 * The fee column of the public catalogue alone is no source: it says "miễn phí" where the council decides.
 */
import type { ExemptGroup, FeeGroup, FeeRule } from '../src/rules/fee-rule.ts';
import type { Channel } from '../src/rules/procedure.ts';

const NATION = { level: 'national' } as const;
const HA_NOI = { level: 'province', provinceCode: '01' } as const;
const HO_CHI_MINH = { level: 'province', provinceCode: '79' } as const;

interface NationalFee {
  readonly code: string;
  readonly group?: FeeGroup;
  readonly setBy?: FeeRule['setBy'];
  readonly basis?: FeeRule['basis'];
  readonly amount: number;
  readonly channel?: Channel;
  readonly onlyWhen?: 'onTime';
  readonly exempt?: readonly ExemptGroup[];
  readonly legalBasis: string;
  readonly from: string;
  /** Read in the catalogue or heard of only: never applied. */
  readonly unverified?: true;
}

function buildNationalRule(fee: NationalFee): FeeRule {
  return {
    id: [fee.code, fee.channel ?? 'any', ...(fee.basis === 'perPerson' ? ['list'] : [])].join('-'),
    procedureCode: fee.code,
    ...(fee.group === undefined ? {} : { feeGroup: fee.group }),
    scope: NATION,
    channel: fee.channel ?? 'any',
    setBy: fee.setBy ?? 'ministry',
    basis: fee.basis ?? 'perDossier',
    amount: fee.amount,
    ...(fee.onlyWhen === undefined ? {} : { onlyWhen: fee.onlyWhen }),
    ...(fee.exempt === undefined ? {} : { exemptGroups: fee.exempt }),
    legalBasis: fee.legalBasis,
    effectiveFrom: fee.from,
    effectiveTo: null,
    status: fee.unverified ? 'unverified' : 'verified',
  };
}

const POOR_MERIT_DISABLED: readonly ExemptGroup[] = ['nguoiCoCong', 'hoNgheo', 'nguoiKhuyetTat'];
const civilStatus = { group: 'hoTich', legalBasis: 'TT 281/2016/TT-BTC', from: '2017-01-01' } as const;
const freeCivilStatus = { group: 'hoTich', amount: 0, legalBasis: '163/QĐ-BTP', from: '2025-07-01' } as const;
const residence = { group: 'cuTru', legalBasis: 'TT 75/2022/TT-BTC', from: '2023-02-05' } as const;
const freeResidence = {
  group: 'cuTru',
  amount: 0,
  legalBasis: '9354/QĐ-BCA-C06',
  from: '2025-07-01',
} as const;
const certification = { group: 'chungThuc', legalBasis: 'TT 226/2016/TT-BTC', from: '2017-01-01' } as const;

const nationalFees: readonly NationalFee[] = [
  { ...civilStatus, code: '2.000635', basis: 'perCopy', amount: 8_000 },
  { ...civilStatus, code: '2.002516', basis: 'perCopy', amount: 8_000, exempt: POOR_MERIT_DISABLED },
  { ...freeCivilStatus, code: '1.001193', onlyWhen: 'onTime' },
  { ...freeCivilStatus, code: '1.000656', onlyWhen: 'onTime' },
  { ...freeCivilStatus, code: '1.000894' },
  { ...freeCivilStatus, code: '1.004837' },
  { ...freeCivilStatus, code: '1.004845' },
  { ...freeCivilStatus, code: '1.003583' },
  { ...freeCivilStatus, code: '1.000593' },
  { ...freeCivilStatus, code: '1.000419' },
  { ...residence, code: '1.004222', channel: 'online', amount: 10_000 },
  { ...residence, code: '1.004222', channel: 'direct', amount: 20_000 },
  { ...residence, code: '1.010038', channel: 'online', amount: 5_000 },
  { ...residence, code: '1.010038', channel: 'direct', amount: 10_000 },
  { ...residence, code: '1.004194', channel: 'online', amount: 7_000 },
  { ...residence, code: '1.004194', channel: 'direct', amount: 15_000, unverified: true },
  { ...residence, code: '1.004194', channel: 'online', basis: 'perPerson', amount: 5_000 },
  { ...residence, code: '1.004194', channel: 'direct', basis: 'perPerson', amount: 10_000 },
  { ...residence, code: '1.002755', channel: 'online', amount: 7_000 },
  { ...residence, code: '1.002755', channel: 'online', basis: 'perPerson', amount: 5_000 },
  { ...residence, code: '1.002755', channel: 'direct', basis: 'perPerson', amount: 10_000 },
  { ...freeResidence, code: '1.010039' },
  { ...freeResidence, code: '1.010041' },
  { ...certification, code: '2.000884', basis: 'perRequest', amount: 10_000 },
  { ...certification, code: '2.000992', basis: 'perRequest', amount: 10_000 },
  { ...certification, code: '2.001008', basis: 'perRequest', amount: 10_000 },
  { ...certification, code: '2.000913', basis: 'perRequest', amount: 30_000 },
  { ...certification, code: '2.000927', basis: 'perRequest', amount: 25_000 },
  { ...certification, code: '2.001019', basis: 'perRequest', amount: 50_000 },
  { ...certification, code: '2.001035', basis: 'perRequest', amount: 50_000 },
  { ...certification, code: '2.001406', basis: 'perRequest', amount: 50_000 },
  { ...certification, code: '2.001016', basis: 'perRequest', amount: 50_000 },
  {
    code: '2.000908',
    group: 'chungThuc',
    amount: 0,
    legalBasis: '858/QĐ-BTP',
    from: '2025-07-01',
  },
  { code: '3.000722', amount: 0, legalBasis: 'NĐ 301/2026/NĐ-CP', from: '2026-07-20', unverified: true },
  {
    ...{ code: '1.001612', group: 'dkkd', setBy: 'council', amount: 150_000 },
    ...{ legalBasis: '2353/QĐ-BTC', from: '2025-07-01', unverified: true },
  },
];

/** 2.000 đ a page, from the third page on 1.000 đ, at most 200.000 đ a copy. */
const certifiedCopies: readonly FeeRule[] = ['2.000815', '2.000942'].map((code) => ({
  id: `${code}-pages`,
  procedureCode: code,
  feeGroup: 'chungThuc',
  scope: NATION,
  channel: 'any',
  setBy: 'ministry',
  basis: 'perPage',
  tiers: [
    { fromPage: 1, amount: 2_000 },
    { fromPage: 3, amount: 1_000 },
  ],
  cap: 200_000,
  legalBasis: 'TT 226/2016/TT-BTC',
  effectiveFrom: '2017-01-01',
  effectiveTo: null,
  status: 'verified',
}));

/** From 2026 Hà Nội takes nothing online: its council's fees are set to 0, the ministry's are paid by the city. */
const haNoi2026 = {
  scope: HA_NOI,
  channel: 'online',
  legalBasis: 'NQ 77/2025/NQ-HĐND Hà Nội',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  status: 'verified',
} as const;

/** Groups whose fees a provincial council sets; an adoption or a number plate is none of them. */
const COUNCIL_GROUPS = ['hoTich', 'dkkd', 'datDai', 'xayDung', 'gpld'] as const;

const provincialRules: readonly FeeRule[] = [
  ...COUNCIL_GROUPS.map((feeGroup): FeeRule => ({
    ...haNoi2026,
    id: `ha-noi-2026-council-${feeGroup}`,
    feeGroup,
    setBy: 'council',
    adjust: { kind: 'set', value: 0 },
  })),
  {
    ...haNoi2026,
    id: 'ha-noi-2026-ministry',
    setBy: 'ministry',
    adjust: { kind: 'subsidy', value: 100 },
  },
  {
    // The list of its 82 procedures was not to be had, so it moves no amount.
    id: 'ha-noi-2023',
    scope: HA_NOI,
    channel: 'online',
    setBy: 'council',
    adjust: { kind: 'set', value: 0 },
    legalBasis: 'NQ 07/2023/NQ-HĐND Hà Nội',
    effectiveFrom: '2023-07-04',
    effectiveTo: '2025-12-31',
    status: 'unverified',
  },
  {
    id: 'ho-chi-minh-2025',
    scope: HO_CHI_MINH,
    channel: 'online',
    setBy: 'council',
    adjust: { kind: 'set', value: 0 },
    legalBasis: 'NQ 411/NQ-HĐND TP.HCM',
    effectiveFrom: '2025-09-29',
    effectiveTo: null,
    status: 'unverified',
  },
];

const unsure = {
  scope: NATION,
  channel: 'any',
  setBy: 'ministry',
  effectiveTo: null,
  status: 'unverified',
} as const;

/** Groups that are named for these fees without their articles having been read: said as a possibility, never deducted. */
const unsureExemptions: readonly FeeRule[] = [
  {
    ...unsure,
    ...{ id: 'civil-status-exempt', feeGroup: 'hoTich', exemptGroups: POOR_MERIT_DISABLED },
    ...{ legalBasis: 'TT 281/2016/TT-BTC', effectiveFrom: '2017-01-01' },
  },
  {
    ...unsure,
    ...{ id: 'residence-exempt', feeGroup: 'cuTru', exemptGroups: ['treEm', 'nguoiCaoTuoi', 'dtts'] },
    ...{ legalBasis: 'TT 75/2022/TT-BTC Điều 4', effectiveFrom: '2023-02-05' },
  },
];

export const feeRules: readonly FeeRule[] = [
  ...nationalFees.map(buildNationalRule),
  ...certifiedCopies,
  ...provincialRules,
  ...unsureExemptions,
];
