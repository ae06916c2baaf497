/** Takes in what an ended phone sent since. It becomes the commune's work under its member's name, so a person must say that it is theirs. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { takeKeptWork } from './actions.ts';
import { DecideDialog } from './decide-dialog.tsx';
import type { DeviceDialogProps } from './revoke-dialog.tsx';

export function KeptWorkDialog({ entry: { device }, office, ...rest }: DeviceDialogProps) {
  const { t } = useTranslation();
  const { name, deviceName, heldItems: count } = device;
  return (
    <DecideDialog
      {...rest}
      title={t('administration.kept.title')}
      action={t('administration.kept.take')}
      variant="primary"
      decide={() => takeKeptWork(office, device.device)}
      done={t('administration.kept.taken', { name })}
    >
      <p>{t('administration.kept.text', { name, device: deviceName, count })}</p>
      <p>{t('administration.kept.whose', { name })}</p>
    </DecideDialog>
  );
}
