/** The geometry of a sheet that lies askew in a photograph: four corners, and where each point of the straightened sheet comes from. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left of the sheet as it shall be read; in parts of the upright picture, 0 to 1. */
export type Corners = readonly [Point, Point, Point, Point];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE_PICTURE: Corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

export type CornersFault =
  /** Two sides cross, or a corner points inwards: no sheet lies so. */
  | 'crossed'
  /** Nothing could be read on what is left. */
  | 'small';

/** Shares of the picture's longest side: the shortest side of a sheet, and how far a corner must stand off its neighbours' line. */
const SHORTEST = 0.05;
const FLATTEST = 0.02;

export function findCornersFault(corners: Corners, picture: Size): CornersFault | undefined {
  const points = scaleCorners(corners, picture);
  const unit = Math.max(picture.width, picture.height);
  const heights = points.map((corner, at) => {
    const [before, after] = [pick(points, at + 3), pick(points, at + 1)];
    const area = (after.x - corner.x) * (before.y - corner.y) - (after.y - corner.y) * (before.x - corner.x);
    return area / Math.max(1, measure(before, after));
  });
  const isOpen = heights.every((height) => height > 0);
  const sides = points.map((corner, at) => measure(corner, pick(points, at + 1)));
  if (sides.some((side) => side < SHORTEST * unit)) return 'small';
  if (!isOpen) return 'crossed';
  return heights.some((height) => height < FLATTEST * unit) ? 'small' : undefined;
}

/** How large the sheet is in points of the picture: its longer sides, since what is further away looks shorter. */
export function measureSheet(corners: Corners, picture: Size): Size {
  const [one, two, three, four] = scaleCorners(corners, picture);
  return {
    width: Math.max(1, measure(one, two), measure(four, three)),
    height: Math.max(1, measure(one, four), measure(two, three)),
  };
}

/** Where a point of the sheet, 0 to 1 each way, lies in the picture. */
export type Projection = readonly [number, number, number, number, number, number, number, number];

/** Heckbert 1989: the one projection that takes the unit square to these corners, exactly at each of them. */
export function findProjection([one, two, three, four]: Corners): Projection {
  const [dx1, dy1] = [two.x - three.x, two.y - three.y];
  const [dx2, dy2] = [four.x - three.x, four.y - three.y];
  const [sx, sy] = [one.x - two.x + three.x - four.x, one.y - two.y + three.y - four.y];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / whole;
  const h = (dx1 * sy - sx * dy1) / whole;
  return [
    ...([two.x - one.x + g * two.x, four.x - one.x + h * four.x, one.x] as const),
    ...([two.y - one.y + g * two.y, four.y - one.y + h * four.y, one.y] as const),
    ...([g, h] as const),
  ];
}

export function project([a, b, c, d, e, f, g, h]: Projection, { x, y }: Point): Point {
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** The smallest upright box that holds the corners, within the picture; in parts of it. */
export function boundCorners(corners: Corners): Point & Size {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [clamp(Math.min(...xs)), clamp(Math.min(...ys))];
  return { x: left, y: top, width: clamp(Math.max(...xs)) - left, height: clamp(Math.max(...ys)) - top };
}

/** The same corners once the picture was turned clockwise by so many quarters; the first is again the one at the top left. */
export function turnCorners(corners: Corners, quarters: number): Corners {
  let turned = corners;
  for (let turn = 0; turn < (quarters & 3); turn += 1) {
    const [one, two, three, four] = turned.map(({ x, y }): Point => ({ x: 1 - y, y: x }));
    if (one && two && three && four) turned = [four, one, two, three];
  }
  return turned;
}

/**
 * What is marked on a picture that was turned, in terms of the upright one. The order stays: the first corner is the top left
 * of what shall be read, wherever it lies in the picture.
 */
export function turnBack(corners: Corners, quarters: number): Corners {
  const back = ({ x, y }: Point): Point => {
    let point = { x, y };
    for (let turn = 0; turn < (quarters & 3); turn += 1) point = { x: point.y, y: 1 - point.x };
    return point;
  };
  const [one, two, three, four] = corners;
  return [back(one), back(two), back(three), back(four)];
}

export function moveCorner(corners: Corners, at: number, to: Point): Corners {
  const moved = { x: clamp(to.x), y: clamp(to.y) };
  const [one, two, three, four] = corners;
  return [at === 0 ? moved : one, at === 1 ? moved : two, at === 2 ? moved : three, at === 3 ? moved : four];
}

function scaleCorners([one, two, three, four]: Corners, { width, height }: Size): Corners {
  const scale = ({ x, y }: Point): Point => ({ x: x * width, y: y * height });
  return [scale(one), scale(two), scale(three), scale(four)];
}

function pick(points: Corners, at: number): Point {
  return points[(at % 4) as 0 | 1 | 2 | 3];
}

function measure(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
