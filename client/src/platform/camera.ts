/** The camera inside the page: no gallery copy, no camera app that would throw this page out of memory. Keeps no picture. */
import { err, ok, type Result } from '#shared/result';

export type CameraFault =
  | { readonly type: 'refused' }
  | { readonly type: 'noCamera' }
  /** Another app holds it, or has taken it. */
  | { readonly type: 'busy' }
  /** The page came over plain http: browsers give it no camera. */
  | { readonly type: 'insecure' };

export interface Camera {
  /** For a video element's `srcObject`. */
  readonly stream: MediaStream;
  /** One full frame as a JPEG, still as large as the camera gives it: `prepareFile` makes it small. */
  readonly takePicture: (video: HTMLVideoElement) => Promise<Blob | undefined>;
  /** As sharp as the sensor can, where the browser offers that; else the same as `takePicture`. */
  readonly takePhoto: (video: HTMLVideoElement) => Promise<Blob | undefined>;
  readonly hasTorch: boolean;
  readonly setTorch: (isOn: boolean) => Promise<void>;
  /** Undefined where it cannot; factors as the camera counts them. */
  readonly zoom: ZoomRange | undefined;
  readonly setZoom: (factor: number) => Promise<void>;
  /** Told when the browser or another app takes the camera away; `stop` does not count. */
  readonly watchLoss: (listener: () => void) => void;
  readonly stop: () => void;
}

export interface ZoomRange {
  readonly min: number;
  readonly max: number;
}

/** What the types of the DOM do not know yet. */
interface CameraPowers {
  readonly torch?: boolean;
  readonly zoom?: Partial<ZoomRange>;
  readonly focusMode?: readonly string[];
}

interface PhotoTaker {
  takePhoto(): Promise<Blob>;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PAPER_SIZE: PictureSize = { width: 2560, height: 1920 };
const FULL_FRAME_QUALITY = 0.92;
/** A camera that has not answered by then will not: its moving picture is taken instead. */
const PHOTO_WAIT_MS = 4_000;

/** `environment`: the camera at the back, where there is one. What is typed must be on the device before this is called. */
export async function openCamera(ideal: PictureSize = PAPER_SIZE): Promise<Result<Camera, CameraFault>> {
  if (!navigator.mediaDevices?.getUserMedia)
    return err({ type: globalThis.isSecureContext ? 'noCamera' : 'insecure' });
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        facingMode: 'environment',
        width: { ideal: ideal.width },
        height: { ideal: ideal.height },
      },
    });
    return ok(describeCamera(stream));
  } catch (thrown) {
    return err({ type: nameFault(thrown) });
  }
}

function describeCamera(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0];
  const powers = (track?.getCapabilities?.() ?? {}) as CameraPowers;
  // What a camera does not do is seen by everybody: nothing to report.
  const ask = async (wish: object) =>
    track?.applyConstraints({ advanced: [wish as MediaTrackConstraintSet] }).catch(() => undefined);
  if (powers.focusMode?.includes('continuous')) void ask({ focusMode: 'continuous' });
  return {
    stream,
    takePicture,
    takePhoto: async (video) => (await takeSharpPhoto(track)) ?? takePicture(video),
    hasTorch: powers.torch === true,
    setTorch: (isOn) => ask({ torch: isOn }),
    zoom: readZoom(powers),
    setZoom: (factor) => ask({ zoom: factor }),
    watchLoss: (listener) => track?.addEventListener('ended', listener, { once: true }),
    stop: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

function readZoom({ zoom }: CameraPowers): ZoomRange | undefined {
  const { min, max } = zoom ?? {};
  return min !== undefined && max !== undefined && max > min ? { min, max } : undefined;
}

async function takeSharpPhoto(track: MediaStreamTrack | undefined): Promise<Blob | undefined> {
  const { ImageCapture } = globalThis as {
    readonly ImageCapture?: new (track: MediaStreamTrack) => PhotoTaker;
  };
  if (!ImageCapture || !track) return undefined;
  const given = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PHOTO_WAIT_MS));
  return Promise.race([new ImageCapture(track).takePhoto().catch(() => undefined), given]);
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
