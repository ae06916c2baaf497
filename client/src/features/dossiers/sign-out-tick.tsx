/** The tick that the citizen has signed out of VNeID on this machine, and why that matters. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { CheckRow } from '../../ui/check-row.tsx';

interface SignOutTickProps {
  readonly isSignedOut: boolean;
  readonly onChange: (isSignedOut: boolean) => void;
}

export function SignOutTick({ isSignedOut, onChange }: SignOutTickProps) {
  const { t } = useTranslation();
  return (
    <CheckRow
      alone
      label={t('dossiers.copy.signOut')}
      detail={t('dossiers.copy.signOutWhy')}
      checked={isSignedOut}
      onChange={onChange}
    />
  );
}
