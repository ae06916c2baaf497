/** The sums of a session as a picture for the commune's group. Drawn in memory, kept nowhere. */
import type { Translator } from '../../i18n/translate.ts';
import {
  drawFigures,
  drawHeading,
  drawMark,
  drawPicture,
  leaveGap,
  NAME,
} from '../../platform/draw-picture.ts';
import type { GroupPicture } from './describe-for-group.ts';

/** Undefined where the browser has no memory for the picture. */
export function drawGroupPicture(
  { mark, commune, place, day, figures, days, sources }: GroupPicture,
  { t }: Translator,
): Promise<Blob | undefined> {
  return drawPicture((write) => [
    ...(mark ? [drawMark(mark)] : []),
    ...write(place, NAME),
    ...write([day, commune].join(' · ')),
    leaveGap(48),
    drawFigures(figures),
    leaveGap(24),
    ...(days.length > 0 ? [drawHeading('calendar', t('teamwork.pictureNext'))] : []),
    ...days.flatMap((line) => write(line)),
    leaveGap(48),
    ...sources.flatMap((line) => write(line)),
  ]);
}
