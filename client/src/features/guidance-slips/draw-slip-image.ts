/** A slip as a picture for the citizen's own phone: white paper, large letters. Drawn in memory, kept nowhere. */
import { encode } from 'uqr';
import type { Translator } from '../../i18n/translate.ts';
import { type IconName, iconShapes } from '../../ui/icon-shapes.ts';
import { groupCode, type Slip, type SlipContact, type SlipDossier, type SlipStep } from './slip.ts';
import { wrapText } from './wrap-text.ts';

const WIDTH = 1080;
const EDGE = 64;
const SQUARE = 300;
const INK = '#17211e';
const LEAD = '#0a5a52';
const FAMILY = "'Be Vietnam Pro', 'Noto Sans', sans-serif";
/** On a phone of 360 points a third of it: as large as the app's own letters, and more. */
const BODY = { size: 50, weight: 400 };
const STRONG = { size: 50, weight: 700 };
const NAME = { size: 68, weight: 700 };
const LINE = 1.32;

interface Letters {
  readonly size: number;
  readonly weight: number;
}

/** One band of the picture, measured before anything is drawn. */
interface Band {
  readonly height: number;
  readonly draw: (pen: CanvasRenderingContext2D, top: number) => void;
}

type Measure = (text: string, letters: Letters) => number;

/** Undefined where the browser has no memory for the picture. */
export async function drawSlipImage(slip: Slip, translator: Translator): Promise<Blob | undefined> {
  await Promise.all([BODY, STRONG].map((letters) => document.fonts.load(toFont(letters), 'ạ')));
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  const bands = listBands(slip, translator, (text, letters) => {
    pen.font = toFont(letters);
    return pen.measureText(text).width;
  });
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

function listBands(slip: Slip, { t }: Translator, measure: Measure): Band[] {
  const write = (text: string | undefined, letters: Letters = BODY): Band[] =>
    text ? [writeText(text, letters, measure)] : [];
  const hasDone = slip.account.length > 0 || slip.dossiers.length > 0;
  return [
    ...(slip.mark ? [drawMark(slip.mark)] : []),
    ...write(slip.title, STRONG),
    ...write([slip.commune, slip.asOf].join(' · ')),
    leaveGap(16),
    ...write(slip.name, NAME),
    ...write(slip.number),
    drawHeading('doc', t('slips.done')),
    ...write(hasDone ? slip.account.join(' · ') : t('slips.nothingDone')),
    leaveGap(hasDone ? 20 : 0),
    ...slip.dossiers.flatMap((dossier) => drawDossier(dossier, write, t)),
    ...(slip.next.length > 0 ? [drawHeading('calendar', t('slips.nextTitle'))] : []),
    ...slip.next.flatMap((step) => drawStep(step, write)),
    drawHeading('phone', t('slips.callTitle')),
    ...slip.contacts.flatMap((contact) => drawContact(contact, write)),
    leaveGap(40),
    ...write(t('slips.fraud'), STRONG),
    ...write(t('slips.notReceipt')),
  ];
}

type Write = (text: string | undefined, letters?: Letters) => Band[];

function drawDossier(
  { title, standing, route, code }: SlipDossier,
  write: Write,
  t: Translator['t'],
): Band[] {
  return [
    ...write(title, STRONG),
    ...write([standing, route].filter(Boolean).join(' · ')),
    ...(code ? [drawSquare(code), ...write(t('slips.code', { code: groupCode(code) }))] : []),
    leaveGap(24),
  ];
}

function drawStep({ what, when, details }: SlipStep, write: Write): Band[] {
  return [...write(what), ...write(when, STRONG), ...details.flatMap((one) => write(one)), leaveGap(24)];
}

/** A picture cannot be written on: without a number there is the name alone. */
function drawContact({ who, phone }: SlipContact, write: Write): Band[] {
  return [...write(phone, NAME), ...write(who)];
}

function leaveGap(height: number): Band {
  return { height, draw: () => undefined };
}

function writeText(text: string, letters: Letters, measure: Measure): Band {
  const lines = wrapText(text, WIDTH - 2 * EDGE, (part) => measure(part, letters));
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

const MARK = 110;

/** White on black across the whole picture: nobody may take it for a real slip, however small it is shown. */
function drawMark(mark: string): Band {
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

function drawHeading(icon: IconName, title: string): Band {
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

/** Whole pixels for every module: a camera reads no grey edges. */
function drawSquare(code: string): Band {
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const module = Math.floor(SQUARE / size);
  return {
    height: module * size,
    draw: (pen, top) => {
      pen.fillStyle = '#000000';
      const y0 = Math.round(top);
      data.forEach((row, y) =>
        row.forEach((isDark, x) => {
          if (isDark) pen.fillRect(EDGE + x * module, y0 + y * module, module, module);
        }),
      );
    },
  };
}
