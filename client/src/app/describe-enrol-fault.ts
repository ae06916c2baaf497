/** What an attempt at joining came to, in a person's words. */
import type { EnrolFault } from '../custody/enrol.ts';
import type { VaultSilent } from '../custody/unlock.ts';
import type { Translate } from '../i18n/translate.ts';

export function describeEnrolFault(
  fault: EnrolFault | VaultSilent | { readonly type: 'notBegun' },
  t: Translate,
): string {
  switch (fault.type) {
    case 'network':
      return t(fault.fault === 'notOurAnswer' ? 'enrolment.code.captivePage' : 'enrolment.code.needsSignal');
    case 'refused':
      return t(`errors.${fault.refusal.error}`);
    case 'storage':
      return t(`enrolment.storage.${fault.fault}`);
    case 'wordsDiffer':
      return t('enrolment.words.differentText');
    case 'notBegun':
    case 'vaultStopped':
      return t('lock.vaultStopped');
  }
}

/** What the commune sees in its list of machines: coarse on purpose. */
export function describeMachine(): string {
  const [system = 'máy'] = /Android|iPhone|iPad|Windows|Mac|CrOS|Linux/.exec(navigator.userAgent) ?? [];
  return `${system} · ${screen.width}×${screen.height}`;
}
