/** Ends a phone. It cannot be undone, so this is one of the few things that ask before they are done. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notices.ts';
import { revokeDevice } from './actions.ts';
import type { DeviceEntry } from './arrange-devices.ts';
import { describeFault } from './describe-device.ts';
import type { AdministrationOffice } from './queries.ts';

interface RevokeDialogProps {
  readonly entry: DeviceEntry;
  readonly office: AdministrationOffice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RevokeDialog({ entry: { device, loss }, office, onClose, onDone }: RevokeDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const revoke = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    const revoked = await revokeDevice(office, device.device);
    setIsBusy(false);
    if (!revoked.ok) {
      setProblem(describeFault(revoked.error, translator));
      return;
    }
    showNotice({ text: t('administration.revoked', { name: device.name }) });
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('administration.revoke.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('shell.action.cancel')}
          </Button>
          <Button variant="danger" busy={isBusy} onClick={() => void revoke()}>
            {t('administration.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('administration.revoke.text', { name: device.name, device: device.deviceName })}</p>
      {loss && (
        <Banner tone="attention">{t('administration.revoke.missing', { count: loss.missing })}</Banner>
      )}
      {problem && (
        <Banner tone="attention" live>
          {problem}
        </Banner>
      )}
    </Dialog>
  );
}
