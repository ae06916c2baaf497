/** What a camera lets a person do besides looking: light, and coming nearer. Shows only what this camera can. */
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Camera } from '../platform/camera.ts';
import { Button } from '../ui/button.tsx';
import { listZoomSteps } from './list-zoom-steps.ts';

interface CameraPartProps {
  readonly camera: Camera;
}

export function TorchButton({ camera }: CameraPartProps) {
  const { t } = useTranslation();
  const [isOn, setIsOn] = useState(false);
  if (!camera.hasTorch) return null;
  const toggle = () => {
    setIsOn(!isOn);
    void camera.setTorch(!isOn);
  };
  return (
    <Button variant="secondary" icon="sun" aria-pressed={isOn} onClick={toggle}>
      {t('camera.torch')} <span aria-hidden="true">{isOn ? '●' : '○'}</span>
    </Button>
  );
}

export function ZoomButton({ camera }: CameraPartProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const steps = camera.zoom ? listZoomSteps(camera.zoom) : [];
  const step = steps[at];
  if (!step || steps.length < 2) return null;
  const goOn = () => {
    const next = (at + 1) % steps.length;
    setAt(next);
    void camera.setZoom(steps[next]?.factor ?? step.factor);
  };
  return (
    <Button variant="secondary" icon="search" onClick={goOn}>
      {t('camera.zoom', { times: step.times })}
    </Button>
  );
}
