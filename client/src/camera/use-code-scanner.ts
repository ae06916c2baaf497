/** The state of a scan: whether the camera is wanted, what was said of the last code, and when to offer another way. Draws nothing. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Camera, CameraFault, PictureSize } from '../platform/camera.ts';
import { openPicture, type PictureFault } from '../platform/open-picture.ts';
import { listStillViews } from '../platform/picture-views.ts';
import { type ReaderHold, useCodeReader } from './code-reader-context.ts';
import { scanFrames } from './scan-frames.ts';
import { useCamera, useIsSeen } from './use-camera.ts';

/** `taken` ends the scan; a reason is shown, and the scan goes on. */
export type ScanAnswer = 'taken' | { readonly reason: string };

export type StillFault = PictureFault['type'] | 'heic' | 'noCode';

export type ScanNote =
  | { readonly type: 'refusedCode'; readonly reason: string }
  | { readonly type: 'still'; readonly fault: StillFault };

export interface CodeScan {
  readonly camera: Camera | undefined;
  readonly fault: CameraFault['type'] | 'noReader' | undefined;
  /** The camera is on or is being opened. */
  readonly isOn: boolean;
  readonly isReadingStill: boolean;
  /** Nothing was read for a while. */
  readonly isSlow: boolean;
  readonly note: ScanNote | undefined;
  readonly turnOn: () => void;
  /** A photograph from the running camera. */
  readonly takeStill: () => Promise<void>;
  readonly readFile: (picture: Blob) => Promise<void>;
}

export interface ScanParts {
  readonly box: RefObject<HTMLElement | null>;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly opensItself: boolean;
  readonly hasBars: boolean;
  readonly onText: (text: string) => ScanAnswer;
}

/** Enough for a dense code that fills half of the square, and no more for a weak phone to copy. */
const SCAN_SIZE: PictureSize = { width: 1920, height: 1440 };
const SLOW_AFTER_MS = 8_000;

export function useCodeScanner({ box, video, opensItself, hasBars, onText }: ScanParts): CodeScan {
  const [isWanted, setWanted] = useState(opensItself);
  const [isBroken, setBroken] = useState(false);
  const isSeen = useIsSeen(box);
  const hold = useCodeReader();
  const { camera, fault } = useCamera(isWanted && isSeen, SCAN_SIZE);
  const { offer, note, say } = useOffers(onText, () => setWanted(false));
  const breakDown = () => {
    hold.drop();
    setBroken(true);
    setWanted(false);
  };
  useFrames({ camera, video, hold, hasBars, offer, breakDown });
  const isSlow = useIsSlow(camera !== undefined);
  const still = useStill({ hold, hasBars, offer, say, breakDown });
  const takeStill = async () => {
    const picture = video.current && (await camera?.takePhoto(video.current));
    if (picture) await still.readFile(picture);
  };
  return {
    camera,
    fault: fault ?? (isBroken ? 'noReader' : undefined),
    isOn: isWanted && fault === undefined,
    ...{ isReadingStill: still.isReading, isSlow, note, takeStill, readFile: still.readFile },
    turnOn: () => {
      setBroken(false);
      // A camera that failed is only asked again by something new.
      setWanted(false);
      requestAnimationFrame(() => setWanted(true));
    },
  };
}

type Offer = (text: string) => boolean;

/** A wrong code in front of the camera is read ten times a second: its reason is asked for and said once. */
function useOffers(onText: (text: string) => ScanAnswer, onTaken: () => void) {
  const [note, say] = useState<ScanNote>();
  const refused = useRef<string>(undefined);
  const latest = useRef<Offer>(() => false);
  useEffect(() => {
    latest.current = (text) => {
      if (text === refused.current) return false;
      const answer = onText(text);
      refused.current = answer === 'taken' ? undefined : text;
      say(answer === 'taken' ? undefined : { type: 'refusedCode', reason: answer.reason });
      if (answer === 'taken') onTaken();
      return answer === 'taken';
    };
  });
  const [offer] = useState<Offer>(() => (text: string) => latest.current(text));
  /** Somebody took a picture on purpose: its reason is said even if it was said before. */
  const sayAnew = (next: ScanNote | undefined) => {
    refused.current = undefined;
    say(next);
  };
  return { offer, note, say: sayAnew };
}

interface FrameParts {
  readonly camera: Camera | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly hold: ReaderHold;
  readonly hasBars: boolean;
  readonly offer: Offer;
  readonly breakDown: () => void;
}

function useFrames({ camera, video, hold, hasBars, offer, breakDown }: FrameParts): void {
  const broken = useRef(breakDown);
  useEffect(() => {
    broken.current = breakDown;
  });
  useEffect(() => {
    const screen = video.current;
    if (!camera || !screen) return undefined;
    screen.srcObject = camera.stream;
    const ending = new AbortController();
    const { signal } = ending;
    hold
      .take()
      .then((reader) => {
        const onText = (text: string) => !signal.aborted && offer(text) && ending.abort();
        return scanFrames({ video: screen, reader, signal, hasBars, onText });
      })
      .catch(() => !signal.aborted && broken.current());
    return () => {
      ending.abort();
      screen.srcObject = null;
    };
  }, [camera, video, hold, hasBars, offer]);
}

/** Once it is true it stays: what it offers must not vanish under a finger. */
function useIsSlow(isLooking: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isLooking) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isLooking]);
  return isSlow;
}

interface StillParts extends Pick<FrameParts, 'hold' | 'hasBars' | 'offer' | 'breakDown'> {
  readonly say: (note: ScanNote | undefined) => void;
}

function useStill({ hold, hasBars, offer, say, breakDown }: StillParts) {
  const [isReading, setReading] = useState(false);
  const readTexts = async (picture: ImageBitmap): Promise<readonly string[] | undefined> => {
    const look = { views: listStillViews(picture), isStill: true, hasBars };
    return hold
      .take()
      .then((reader) => reader.read(picture, look))
      .catch(() => undefined);
  };
  const readFile = async (file: Blob) => {
    setReading(true);
    say(undefined);
    const opened = await openPicture(file);
    const texts = opened.ok ? await readTexts(opened.value) : [];
    setReading(false);
    if (!opened.ok) return say({ type: 'still', fault: nameFault(opened.error) });
    if (!texts) return breakDown();
    if (texts.length === 0) return say({ type: 'still', fault: 'noCode' });
    for (const text of texts) if (offer(text)) return;
  };
  return { isReading, readFile };
}

function nameFault(fault: PictureFault): StillFault {
  return fault.type === 'unreadable' && fault.found === 'heic' ? 'heic' : fault.type;
}
