import { expect, it } from 'vitest';
import {
  boundCorners,
  type Corners,
  findCornersFault,
  findProjection,
  measureSheet,
  moveCorner,
  project,
  turnBack,
  turnCorners,
  WHOLE_PICTURE,
} from './perspective.ts';

const PICTURE = { width: 4000, height: 3000 };
const UNIT = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** A sheet seen from below, turned a little: no side is parallel to another. */
const ASKEW: Corners = [
  { x: 0.31, y: 0.12 },
  { x: 0.74, y: 0.17 },
  { x: 0.91, y: 0.88 },
  { x: 0.08, y: 0.79 },
];

function expectNear(found: { x: number; y: number }, wanted: { x: number; y: number }): void {
  expect(found.x).toBeCloseTo(wanted.x, 10);
  expect(found.y).toBeCloseTo(wanted.y, 10);
}

it('takes each corner of the sheet to exactly where it was marked', () => {
  for (const corners of [ASKEW, WHOLE_PICTURE, turnBack(ASKEW, 1)]) {
    const projection = findProjection(corners);
    UNIT.forEach((corner, at) => expectNear(project(projection, corner), corners[at as 0 | 1 | 2 | 3]));
  }
});

it('takes the middle of a sheet to where its diagonals cross, as a lens does', () => {
  const [one, two, three, four] = ASKEW;
  const cross = (three.x - one.x) * (four.y - two.y) - (three.y - one.y) * (four.x - two.x);
  const along = ((two.x - one.x) * (four.y - two.y) - (two.y - one.y) * (four.x - two.x)) / cross;
  const meeting = { x: one.x + along * (three.x - one.x), y: one.y + along * (three.y - one.y) };
  expectNear(project(findProjection(ASKEW), { x: 0.5, y: 0.5 }), meeting);
});

it('leaves a picture alone whose corners are its own', () => {
  const projection = findProjection(WHOLE_PICTURE);
  for (const point of [
    { x: 0.25, y: 0.75 },
    { x: 0.9, y: 0.1 },
  ])
    expectNear(project(projection, point), point);
});

it('is as large as the nearer edges of the sheet', () => {
  expect(measureSheet(WHOLE_PICTURE, PICTURE)).toEqual(PICTURE);
  const { width } = measureSheet(ASKEW, PICTURE);
  expect(width).toBeCloseTo(Math.hypot(0.83 * 4000, 0.09 * 3000), 6);
});

it('says what is no sheet: crossed sides, a corner that points inwards, nothing left', () => {
  const [one, two, three, four] = ASKEW;
  expect(findCornersFault(ASKEW, PICTURE)).toBeUndefined();
  expect(findCornersFault(WHOLE_PICTURE, PICTURE)).toBeUndefined();
  expect(findCornersFault([two, one, three, four], PICTURE)).toBe('crossed');
  // Mirrored: the letters would stand the wrong way round.
  expect(findCornersFault([two, one, four, three], PICTURE)).toBe('crossed');
  expect(findCornersFault(moveCorner(ASKEW, 2, { x: 0.3, y: 0.3 }), PICTURE)).toBe('crossed');
  // Three corners on one line: there is no projection.
  const flat = moveCorner(WHOLE_PICTURE, 1, { x: 0.5, y: 0.5 });
  expect(findCornersFault(flat, PICTURE)).toMatch(/crossed|small/);
  expect(findCornersFault(moveCorner(ASKEW, 1, { x: 0.32, y: 0.13 }), PICTURE)).toBe('small');
  const speck = UNIT.map(({ x, y }) => ({ x: 0.5 + x / 50, y: 0.5 + y / 50 })) as unknown as Corners;
  expect(findCornersFault(speck, PICTURE)).toBe('small');
});

it('never lets a corner leave the picture', () => {
  expect(moveCorner(ASKEW, 3, { x: -0.4, y: 1.7 })[3]).toEqual({ x: 0, y: 1 });
});

it('turns by quarters, and a whole turn is none', () => {
  // The bottom left corner is at the top left after a quarter clockwise.
  expectNear(turnCorners(ASKEW, 1)[0], { x: 1 - 0.79, y: 0.08 });
  turnCorners(ASKEW, 4).forEach((corner, at) => expectNear(corner, ASKEW[at as 0 | 1 | 2 | 3]));
});

it('finds the marks on a turned picture again in the upright one', () => {
  for (const quarters of [0, 1, 2, 3]) {
    const back = turnBack(turnCorners(ASKEW, quarters), quarters);
    // The sheet is the same; it begins at the corner that stands at the top left once it is turned.
    back.forEach((corner, at) => expectNear(corner, ASKEW[((at - quarters + 4) % 4) as 0 | 1 | 2 | 3]));
    expect(findCornersFault(back, PICTURE)).toBeUndefined();
  }
});

it('needs no more of the picture than the box around the corners', () => {
  const { x, y, width, height } = boundCorners(ASKEW);
  expect([x, y]).toEqual([0.08, 0.12]);
  expectNear({ x: width, y: height }, { x: 0.83, y: 0.76 });
});
