/** Ends a phone. It cannot be undone, so this is one of the few things that ask before they are done. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { revokeDevice } from './actions.ts';
import type { DeviceEntry } from './arrange-devices.ts';
import { DecideDialog } from './decide-dialog.tsx';
import type { AdministrationOffice } from './queries.ts';

export interface DeviceDialogProps {
  readonly entry: DeviceEntry;
  readonly office: AdministrationOffice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RevokeDialog({ entry: { device, loss }, office, ...rest }: DeviceDialogProps) {
  const { t } = useTranslation();
  const { name, deviceName } = device;
  return (
    <DecideDialog
      {...rest}
      title={t('administration.revoke.title')}
      action={t('administration.revoke')}
      variant="danger"
      decide={() => revokeDevice(office, device.device)}
      done={t('administration.revoked', { name })}
    >
      <p>{t('administration.revoke.text', { name, device: deviceName })}</p>
      {loss && (
        <Banner tone="attention">{t('administration.revoke.missing', { count: loss.missing })}</Banner>
      )}
    </DecideDialog>
  );
}
