/** The few steps of zoom that are worth a tap. Knows no camera. */
import type { ZoomRange } from '../platform/camera.ts';

export interface ZoomStep {
  /** As the camera counts: some begin at 1, some at 100. */
  readonly factor: number;
  /** As a person counts: 1 is no zoom. */
  readonly times: number;
}

/** Beyond three times a phone only blurs. */
const TIMES = [1, 2, 3];

export function listZoomSteps({ min, max }: ZoomRange): readonly ZoomStep[] {
  if (min <= 0) return [];
  // A camera with a wider lens begins below 1: its 1 is still "no zoom".
  const one = min < 1 && max >= 1 ? 1 : min;
  return TIMES.map((times) => ({ factor: one * times, times })).filter(({ factor }) => factor <= max);
}
