/** The fee of a dossier as it stands: one once a route is chosen, before that one for each way that is open. */
import { feeRules } from '#data/fee-rules';
import type { Procedure } from '#shared/rules/procedure';
import type { ChannelFee } from '#shared/rules/procedure-fee';
import { listDossierFees } from '#shared/rules/procedure-fee';
import type { Work } from '../../custody/work.ts';
import type { Dossier } from './read-dossier.ts';

interface FeePlace extends Pick<Work, 'provinceCode' | 'postAgreement'> {
  /** yyyy-mm-dd; the day of lodging where there is no appointment. */
  readonly today: string;
}

export function workOutFees(
  procedure: Procedure,
  dossier: Pick<Dossier, 'answers' | 'route' | 'appointment'>,
  { provinceCode, postAgreement, today }: FeePlace,
): readonly ChannelFee[] {
  return listDossierFees(procedure, dossier, {
    rules: feeRules,
    provinceCode,
    day: dossier.appointment?.day ?? today,
    takesPost: postAgreement !== null,
  });
}
