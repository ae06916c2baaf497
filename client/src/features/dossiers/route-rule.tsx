/** The first rule, on every way on which somebody lodges by VNeID: on whose phone, and never on which. */
import type { Route } from '#shared/model/dossier';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PhoneRule } from '../../ui/phone-rule.tsx';

const OWN_PHONE: readonly Route[] = ['selfOwnPhone', 'selfAtSession', 'assistedAtCentre'];

/** On a way of paper nothing: no phone is touched. */
export function RouteRule({ route }: { readonly route: Route | undefined }) {
  const { t } = useTranslation();
  if (route === 'relative') return <PhoneRule text={t('frame.ownPhoneRelative')} />;
  return route && OWN_PHONE.includes(route) ? <PhoneRule text={t('frame.ownPhone')} /> : null;
}
