/** The camera inside the page: no gallery copy, no camera app that would throw this page out of memory. Keeps no picture. */
import { err, ok, type Result } from '#shared/result';

export type CameraFault =
  | { readonly type: 'refused' }
  | { readonly type: 'noCamera' }
  /** Another app holds it. */
  | { readonly type: 'busy' };

export interface Camera {
  /** For a video element's `srcObject`. */
  readonly stream: MediaStream;
  /** One full frame as a JPEG, still as large as the camera gives it: `prepareFile` makes it small. */
  readonly takePicture: (video: HTMLVideoElement) => Promise<Blob | undefined>;
  readonly hasTorch: boolean;
  readonly setTorch: (isOn: boolean) => Promise<void>;
  readonly stop: () => void;
}

const FULL_FRAME_QUALITY = 0.92;

/** `environment`: the camera at the back, where there is one. What is typed must be on the device before this is called. */
export async function openCamera(): Promise<Result<Camera, CameraFault>> {
  if (!navigator.mediaDevices?.getUserMedia) return err({ type: 'noCamera' });
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 2560 }, height: { ideal: 1920 } },
    });
    return ok(describeCamera(stream));
  } catch (thrown) {
    return err({ type: nameFault(thrown) });
  }
}

function describeCamera(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0];
  const powers = track?.getCapabilities?.() as { readonly torch?: boolean } | undefined;
  return {
    stream,
    takePicture,
    hasTorch: powers?.torch === true,
    setTorch: async (isOn) => {
      const torch = { torch: isOn } as MediaTrackConstraintSet;
      // A light that does not come on is seen by everybody: nothing to report.
      await track?.applyConstraints({ advanced: [torch] }).catch(() => undefined);
    },
    stop: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

async function takePicture(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const picture = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', FULL_FRAME_QUALITY),
  );
  canvas.width = 0;
  return picture ?? undefined;
}

function nameFault(thrown: unknown): CameraFault['type'] {
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'noCamera';
}
