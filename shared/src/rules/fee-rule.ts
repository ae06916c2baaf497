/** A fee rule as dated data: for what, where, by which channel, how much, and by whose word. Works out nothing. */
import type { Channel, Period, ProcedureField } from './procedure.ts';

export type FeeGroup = 'hoTich' | 'cuTru' | 'chungThuc' | 'dkkd' | 'datDai' | 'xayDung' | 'gpld';

const GROUP_OF_FIELD: Readonly<Partial<Record<ProcedureField, FeeGroup>>> = {
  hoTich: 'hoTich',
  cuTru: 'cuTru',
  chungThuc: 'chungThuc',
  hoKinhDoanh: 'dkkd',
  datDai: 'datDai',
  xayDung: 'xayDung',
};

/** The group of fees to which a field's procedures belong; undefined where fees follow no group rule. */
export function findFeeGroup(field: ProcedureField): FeeGroup | undefined {
  return GROUP_OF_FIELD[field];
}

export type ExemptGroup =
  'nguoiCoCong' | 'hoNgheo' | 'canNgheo' | 'nguoiKhuyetTat' | 'treEm' | 'nguoiCaoTuoi' | 'dtts';

export interface FeeTier {
  readonly fromPage: number;
  /** Đồng for each page from this one on. */
  readonly amount: number;
}

export interface FeeRule extends Period {
  readonly id: string;
  readonly procedureCode?: string;
  readonly feeGroup?: FeeGroup;
  readonly scope: { readonly level: 'national' | 'province'; readonly provinceCode?: string };
  readonly channel: Channel | 'any';
  /** Who sets the fee; a province may waive its council's fees and only support the ministry's. */
  readonly setBy: 'ministry' | 'council';
  /** `perPerson`: of those who stand on one list; holds for no dossier without a list, and no other base holds for one with it. */
  readonly basis?: 'perDossier' | 'perCopy' | 'perPage' | 'perRequest' | 'perPerson';
  /** Whole đồng. */
  readonly amount?: number;
  readonly tiers?: readonly FeeTier[];
  /** Đồng, for one copy. */
  readonly cap?: number;
  /** `set`: đồng; `multiply`: a factor; `subsidy`: percent paid by the province. */
  readonly adjust?: {
    readonly kind: 'set' | 'multiply' | 'subsidy';
    readonly value: number;
    /** Procedure codes to which it does not apply. */
    readonly excludes?: readonly string[];
  };
  /** The legal term of registration was kept (birth: 60 days). */
  readonly onlyWhen?: 'onTime';
  readonly exemptGroups?: readonly ExemptGroup[];
  readonly legalBasis: string;
  readonly supersedes?: string;
  readonly status: 'verified' | 'unverified';
}
