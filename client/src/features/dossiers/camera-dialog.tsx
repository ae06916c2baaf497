/** The camera inside the page, so that the gallery gets no copy; where it does not open, the phone's own. Keeps no picture. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Camera, type CameraFault, openCamera } from '../../platform/camera.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileInput } from './file-input.tsx';
import styles from './papers.module.css';

interface CameraDialogProps {
  readonly label: string;
  readonly onPicture: (picture: Blob) => void;
  readonly onClose: () => void;
}

export function CameraDialog({ label, onPicture, onClose }: CameraDialogProps) {
  const { t } = useTranslation();
  const { camera, fault } = useCamera();
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
            {camera.hasTorch && <TorchButton camera={camera} />}
            <Button icon="camera" onClick={() => void shoot()} data-testid="camera-shoot">
              {t('dossiers.paper.cameraShoot')}
            </Button>
          </>
        )
      }
    >
      {!camera && !fault && <p role="status">{t('dossiers.paper.cameraOpening')}</p>}
      {fault && <OtherCamera fault={fault} onPicture={onPicture} />}
      {camera && (
        <>
          <p>{t('dossiers.paper.cameraHint')}</p>
          <video ref={video} className={styles.video} autoPlay playsInline muted />
        </>
      )}
    </Dialog>
  );
}

/** Opened with the dialog, released with it: the light of the camera is on no longer than its picture is seen. */
function useCamera() {
  const [camera, setCamera] = useState<Camera>();
  const [fault, setFault] = useState<CameraFault>();
  useEffect(() => {
    const opening = openCamera();
    let isClosed = false;
    void opening.then((opened) => {
      if (isClosed) return;
      if (opened.ok) setCamera(opened.value);
      else setFault(opened.error);
    });
    return () => {
      isClosed = true;
      void opening.then((opened) => opened.ok && opened.value.stop());
    };
  }, []);
  return { camera, fault };
}

function TorchButton({ camera }: { readonly camera: Camera }) {
  const { t } = useTranslation();
  const [isOn, setIsOn] = useState(false);
  const toggle = () => {
    setIsOn(!isOn);
    void camera.setTorch(!isOn);
  };
  return (
    <Button variant="secondary" icon="sun" aria-pressed={isOn} onClick={toggle}>
      {t('dossiers.paper.cameraTorch')}
    </Button>
  );
}

interface OtherCameraProps {
  readonly fault: CameraFault;
  readonly onPicture: (picture: Blob) => void;
}

function OtherCamera({ fault, onPicture }: OtherCameraProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Banner tone="attention" live>
        {t(fault.type === 'refused' ? 'dossiers.paper.cameraRefused' : 'dossiers.paper.cameraMissing')}
      </Banner>
      <FileInput
        input={input}
        label={t('dossiers.paper.cameraOther')}
        testId="camera-other"
        camera
        onFile={onPicture}
      />
      <Button icon="camera" wide onClick={() => input.current?.click()}>
        {t('dossiers.paper.cameraOther')}
      </Button>
    </>
  );
}
