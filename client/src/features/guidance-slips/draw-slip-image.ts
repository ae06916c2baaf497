/** A slip as a picture for the citizen's own phone: white paper, large letters. Drawn in memory, kept nowhere. */
import { encode } from 'uqr';
import type { Translator } from '../../i18n/translate.ts';
import {
  type Band,
  drawHeading,
  drawMark,
  drawPicture,
  EDGE,
  leaveGap,
  NAME,
  STRONG,
  type Write,
} from '../../platform/draw-picture.ts';
import { groupCode, type Slip, type SlipContact, type SlipDossier, type SlipStep } from './slip.ts';

const SQUARE = 300;

/** Undefined where the browser has no memory for the picture. */
export function drawSlipImage(slip: Slip, translator: Translator): Promise<Blob | undefined> {
  return drawPicture((write) => listBands(slip, translator, write));
}

function listBands(slip: Slip, { t }: Translator, write: Write): Band[] {
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
