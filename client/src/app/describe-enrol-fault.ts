/** What an attempt at joining came to, in a person's words. */
import type { EnrolFault } from '../custody/enrol.ts';
import type { Translate } from '../i18n/translate.ts';

export function describeEnrolFault(fault: EnrolFault | { readonly type: 'notBegun' }, t: Translate): string {
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
      return t('enrolment.code.needsSignal');
  }
}

/** What the commune sees in its list of machines: coarse on purpose. */
export function describeMachine(): string {
  const [system = 'máy'] = /Android|iPhone|iPad|Windows|Mac|CrOS|Linux/.exec(navigator.userAgent) ?? [];
  return `${system} · ${screen.width}×${screen.height}`;
}
