/** Draws words on white paper in memory and hands the picture (PNG) out. Knows bands one under another, and nothing of what they say. */
import { type IconName, iconShapes } from '../ui/icon-shapes.ts';
import { wrapText } from './wrap-text.ts';

const WIDTH = 1080;
export const EDGE = 64;
const INK = '#17211e';
const LEAD = '#0a5a52';
const FAMILY = "'Be Vietnam Pro', 'Noto Sans', sans-serif";
const LINE = 1.32;

export interface Letters {
  readonly size: number;
  readonly weight: number;
}

/** On a phone of 360 points a third of it: as large as the app's own letters, and more. */
const BODY: Letters = { size: 50, weight: 400 };
export const STRONG: Letters = { size: 50, weight: 700 };
export const NAME: Letters = { size: 68, weight: 700 };
const FIGURE: Letters = { size: 200, weight: 700 };

/** One band of the picture, measured before anything is drawn. */
export interface Band {
  readonly height: number;
  readonly draw: (pen: CanvasRenderingContext2D, top: number) => void;
}

/** A text over as many lines as it needs; nothing for none. */
export type Write = (text: string | undefined, letters?: Letters) => Band[];

/** Undefined where the browser has no memory for the picture. */
export async function drawPicture(listBands: (write: Write) => readonly Band[]): Promise<Blob | undefined> {
  await Promise.all([BODY, STRONG].map((letters) => document.fonts.load(toFont(letters), 'ạ')));
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  const bands = listBands((text, letters = BODY) => (text ? [writeText(pen, text, letters)] : []));
  pen.canvas.width = WIDTH;
  pen.canvas.height = Math.ceil(bands.reduce((sum, { height }) => sum + height, 2 * EDGE));
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  let top = EDGE;
  for (const band of bands) {
    band.draw(pen, top);
    top += band.height;
  }
  return new Promise((resolve) => pen.canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

function toFont({ size, weight }: Letters): string {
  return `${weight} ${size}px ${FAMILY}`;
}

export function leaveGap(height: number): Band {
  return { height, draw: () => undefined };
}

function writeText(measure: CanvasRenderingContext2D, text: string, letters: Letters): Band {
  measure.font = toFont(letters);
  const lines = wrapText(text, WIDTH - 2 * EDGE, (part) => measure.measureText(part).width);
  const step = letters.size * LINE;
  return {
    height: lines.length * step,
    draw: (pen, top) => {
      pen.font = toFont(letters);
      pen.fillStyle = INK;
      pen.textBaseline = 'alphabetic';
      lines.forEach((line, at) => pen.fillText(line, EDGE, top + at * step + letters.size));
    },
  };
}

/** Side by side, each over its short label: read from the other end of a room. */
export function drawFigures(figures: readonly { readonly value: string; readonly label: string }[]): Band {
  const step = (WIDTH - 2 * EDGE) / Math.max(2, figures.length);
  return {
    height: FIGURE.size + STRONG.size * LINE,
    draw: (pen, top) => {
      pen.textBaseline = 'alphabetic';
      figures.forEach(({ value, label }, at) => {
        pen.fillStyle = LEAD;
        pen.font = toFont(FIGURE);
        pen.fillText(value, EDGE + at * step, top + FIGURE.size * 0.8, step);
        pen.fillStyle = INK;
        pen.font = toFont(STRONG);
        pen.fillText(label, EDGE + at * step, top + FIGURE.size + STRONG.size * 0.8, step);
      });
    },
  };
}

const MARK = 110;

/** White on black across the whole picture: nobody may take it for a real one, however small it is shown. */
export function drawMark(mark: string): Band {
  return {
    height: MARK + EDGE / 2,
    draw: (pen, top) => {
      pen.fillStyle = INK;
      pen.fillRect(0, top - EDGE, WIDTH, MARK + EDGE / 2);
      pen.fillStyle = '#ffffff';
      pen.font = toFont(STRONG);
      pen.fillText(mark, EDGE, top + STRONG.size - EDGE / 2);
    },
  };
}

const HEADING = 130;
const ICON = 64;

export function drawHeading(icon: IconName, title: string): Band {
  return {
    height: HEADING,
    draw: (pen, top) => {
      const base = top + HEADING - 40;
      pen.strokeStyle = LEAD;
      pen.fillStyle = LEAD;
      pen.save();
      pen.translate(EDGE, base - ICON + 12);
      pen.scale(ICON / 24, ICON / 24);
      pen.lineWidth = 2;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.stroke(new Path2D(iconShapes[icon]));
      pen.restore();
      pen.font = toFont(STRONG);
      pen.fillText(title, EDGE + ICON + 20, base);
      pen.fillRect(EDGE, base + 22, WIDTH - 2 * EDGE, 3);
    },
  };
}
