/** The camera inside the page, so that the gallery gets no copy; where it does not open, the phone's own. Keeps no picture. */
import { useEffect, useRef } from 'react';
import { TorchButton } from '../../camera/camera-controls.tsx';
import { useCamera, useIsSeen } from '../../camera/use-camera.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CameraFault } from '../../platform/camera.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import styles from './papers.module.css';

interface CameraDialogProps {
  readonly label: string;
  readonly onPicture: (picture: Blob) => void;
  readonly onClose: () => void;
}

export function CameraDialog({ label, onPicture, onClose }: CameraDialogProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const { camera, fault } = useCamera(useIsSeen(body));
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (camera && video.current) video.current.srcObject = camera.stream;
  }, [camera]);
  const shoot = async () => {
    const picture = video.current && (await camera?.takePicture(video.current));
    if (picture) onPicture(picture);
  };
  return (
    <Dialog
      title={t('dossiers.paper.cameraTitle', { label })}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        camera && (
          <>
            <TorchButton camera={camera} />
            <Button icon="camera" onClick={() => void shoot()} data-testid="camera-shoot">
              {t('dossiers.paper.cameraShoot')}
            </Button>
          </>
        )
      }
    >
      <div ref={body} className={styles.papers}>
        {!camera && !fault && <p role="status">{t('camera.opening')}</p>}
        {fault && <OtherCamera fault={fault} onPicture={onPicture} />}
        {camera && (
          <>
            <p>{t('dossiers.paper.cameraHint')}</p>
            <video ref={video} className={styles.video} autoPlay playsInline muted />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface OtherCameraProps {
  readonly fault: CameraFault['type'];
  readonly onPicture: (picture: Blob) => void;
}

function OtherCamera({ fault, onPicture }: OtherCameraProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Banner tone="attention" live>
        {t(`camera.fault.${fault}`)}
      </Banner>
      <FileInput input={input} label={t('camera.other')} testId="camera-other" camera onFile={onPicture} />
      <Button icon="camera" wide onClick={() => input.current?.click()}>
        {t('camera.other')}
      </Button>
    </>
  );
}
