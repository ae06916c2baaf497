/** Which part of a picture is looked at for a code, and how small it may be made. Knows sizes, no picture. */

export interface PictureView {
  /** In points of the picture, whole numbers. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** At most 1. */
  readonly scale: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Dense codes of cards have 50 to 70 dots a side: three points for each are enough, and the rest is margin around. */
const FRAME_EDGE = 960;
const STILL_EDGE = 1_600;
/** A code that lies small in a large photograph; beyond this a weak phone has no memory for it. */
const WIDE_EDGE = 3_200;
/** A card held too far away. */
const INNER = 0.6;

/** The square that is seen on the screen, in turn with its middle at twice the sharpness. */
export function chooseFrameView(turn: number, size: Size): PictureView {
  const edge = Math.min(size.width, size.height);
  return takeMiddle(size, turn % 2 === 0 ? edge : edge * INNER, FRAME_EDGE);
}

/** Cheap looks first; no look is asked for twice. */
export function listStillViews(size: Size): readonly PictureView[] {
  const whole = (longest: number): PictureView => ({
    ...{ x: 0, y: 0, width: size.width, height: size.height },
    scale: Math.min(1, longest / Math.max(size.width, size.height)),
  });
  const middle = takeMiddle(size, Math.min(size.width, size.height) * INNER, STILL_EDGE);
  const isLarge = Math.max(size.width, size.height) > STILL_EDGE;
  return isLarge ? [whole(STILL_EDGE), middle, whole(WIDE_EDGE)] : [whole(STILL_EDGE), middle];
}

function takeMiddle(size: Size, wanted: number, longest: number): PictureView {
  const edge = Math.max(1, Math.round(wanted));
  return {
    x: Math.round((size.width - edge) / 2),
    y: Math.round((size.height - edge) / 2),
    ...{ width: edge, height: edge, scale: Math.min(1, longest / edge) },
  };
}
