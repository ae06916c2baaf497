/** What a machine with a wrong clock says of it: both times, and nothing while it is right. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { loadAllWords } from '../../i18n/language.ts';
import { ClockNotice } from './clock-notice.tsx';

const HERE = Date.parse('1970-01-05T06:02:00Z');
const COMMUNE = Date.parse('2026-11-27T02:30:00Z');
const draw = (clockError: number): string =>
  renderToStaticMarkup(<ClockNotice work={{ now: () => HERE }} clockError={clockError} />);

beforeAll(loadAllWords);

it('names the time that the machine has, and the one that the commune has', () => {
  const html = draw(HERE - COMMUNE);
  expect(html).toContain('14:02, 05/01/1970');
  expect(html).toContain('09:30, 27/11/2026');
});

it('is not there while the clock is right', () => {
  expect(draw(0)).toBe('');
});
