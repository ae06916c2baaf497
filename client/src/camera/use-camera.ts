/** Opens the camera while it is wanted and releases it at once after: its light is on no longer than its picture is seen. */
import { type RefObject, useEffect, useState } from 'react';
import { type Camera, type CameraFault, openCamera, type PictureSize } from '../platform/camera.ts';
import { isPageShown, watchPage } from '../platform/page-life.ts';

export interface CameraState {
  readonly camera: Camera | undefined;
  readonly fault: CameraFault['type'] | undefined;
}

const nothing: CameraState = { camera: undefined, fault: undefined };

/** Neither open nor refused while it is being opened. `ideal` must be the same object every time. */
export function useCamera(isWanted: boolean, ideal?: PictureSize): CameraState {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (!isWanted) return undefined;
    const opening = openCamera(ideal);
    let isClosed = false;
    void opening.then((opened) => {
      if (isClosed) return;
      if (!opened.ok) return setState({ camera: undefined, fault: opened.error.type });
      opened.value.watchLoss(() => !isClosed && setState({ camera: undefined, fault: 'busy' }));
      setState({ camera: opened.value, fault: undefined });
    });
    return () => {
      isClosed = true;
      setState(nothing);
      void opening.then((opened) => opened.ok && opened.value.stop());
    };
  }, [isWanted, ideal]);
  return state;
}

/** False while the page is hidden, and while the element is, as under a cover that hides names. */
export function useIsSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isShown, setShown] = useState(isPageShown);
  const [hasSize, setHasSize] = useState(true);
  useEffect(() => watchPage({ shown: () => setShown(true), hidden: () => setShown(false) }), []);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setHasSize((entry?.contentRect.width ?? 0) > 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isShown && hasSize;
}
