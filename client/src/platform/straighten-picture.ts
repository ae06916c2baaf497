/** Draws the sheet between four corners of a picture as if it had been photographed from straight above. Judges and encodes nothing. */
import {
  boundCorners,
  type Corners,
  findProjection,
  measureSheet,
  type Projection,
  type Size,
} from './perspective.ts';

interface Drawn {
  readonly canvas: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;
}

/** More points than the result has, so that nothing is lost to being drawn twice. */
const FINER = 1.25;
/** A finger must be answered while a cheap phone works its way down the sheet. */
const LONGEST_TURN_MS = 24;

/** In memory, not on the graphics chip: cheap ones cannot hold a picture of more than 4,096 points a side. */
export function openCanvas(width: number, height: number): Drawn {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!pen) throw new DOMException('No canvas of this size.', 'InvalidStateError');
  return { canvas, pen };
}

/** Never upscales. The picture itself is not needed any more once its points were taken: it is closed here. */
export async function straightenPicture(
  bitmap: ImageBitmap,
  corners: Corners,
  longEdge: number,
): Promise<Drawn> {
  const picture = { width: bitmap.width, height: bitmap.height };
  const sheet = measureSheet(corners, picture);
  const scale = Math.min(1, longEdge / Math.max(sheet.width, sheet.height));
  const source = takePoints(bitmap, corners, Math.min(1, scale * FINER));
  bitmap.close();
  const width = Math.max(1, Math.round(sheet.width * scale));
  const height = Math.max(1, Math.round(sheet.height * scale));
  const drawn = openCanvas(width, height);
  const result = drawn.pen.createImageData(width, height);
  const within = { points: source.points, projection: findProjection(source.corners) };
  let began = performance.now();
  for (let row = 0; row < height; row += 1) {
    drawRow(within, result, row);
    if (performance.now() - began < LONGEST_TURN_MS) continue;
    await new Promise((resume) => setTimeout(resume));
    began = performance.now();
  }
  drawn.pen.putImageData(result, 0, 0);
  return drawn;
}

/** Only the box around the sheet, no finer than it will be drawn: a photograph of 12 megapixels is held once, not three times. */
function takePoints(bitmap: ImageBitmap, corners: Corners, scale: number) {
  const box = boundCorners(corners);
  const [x, y] = [box.x * bitmap.width, box.y * bitmap.height];
  const [wide, high] = [Math.max(1, box.width * bitmap.width), Math.max(1, box.height * bitmap.height)];
  const width = Math.max(2, Math.round(wide * scale));
  const height = Math.max(2, Math.round(high * scale));
  const { canvas, pen } = openCanvas(width, height);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, x, y, wide, high, 0, 0, width, height);
  const points = pen.getImageData(0, 0, width, height);
  canvas.width = 0;
  const place = (at: 0 | 1 | 2 | 3) => ({
    x: ((corners[at].x * bitmap.width - x) / wide) * width,
    y: ((corners[at].y * bitmap.height - y) / high) * height,
  });
  return { points, corners: [place(0), place(1), place(2), place(3)] as Corners };
}

interface Source {
  readonly points: ImageData;
  readonly projection: Projection;
}

/** Each point is the mean of the four that it falls between. Written out: it runs two million times. */
function drawRow({ points, projection }: Source, result: ImageData, row: number): void {
  const [a, b, c, d, e, f, g, h] = projection;
  const { data: from, width: fromWidth, height: fromHeight } = points;
  const { data: to, width, height } = result as ImageData & Size;
  const v = (row + 0.5) / height;
  for (let column = 0; column < width; column += 1) {
    const u = (column + 0.5) / width;
    const depth = g * u + h * v + 1;
    const x = Math.min(fromWidth - 1.001, Math.max(0, (a * u + b * v + c) / depth - 0.5));
    const y = Math.min(fromHeight - 1.001, Math.max(0, (d * u + e * v + f) / depth - 0.5));
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, low] = [x - left, y - top];
    const at = (top * fromWidth + left) * 4;
    const below = at + fromWidth * 4;
    const into = (row * width + column) * 4;
    for (let colour = 0; colour < 3; colour += 1) {
      const upper = from[at + colour]! * (1 - right) + from[at + 4 + colour]! * right;
      const lower = from[below + colour]! * (1 - right) + from[below + 4 + colour]! * right;
      to[into + colour] = upper * (1 - low) + lower * low;
    }
    to[into + 3] = 255;
  }
}
