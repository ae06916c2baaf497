/** Measures the colours as people will meet them; reads the style sheet itself, so that no copy can disagree with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const darkStart = sheet.indexOf('prefers-color-scheme: dark');

function readTokens(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((row) => [row[1] ?? '', row[2] ?? '']),
  );
}

const light = readTokens(sheet.slice(0, darkStart));
const themes = { light, dark: readTokens(sheet.slice(darkStart)) };

function getToken(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function measureLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [measureLuminance(one), measureLuminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const mainText = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'lead-tint'],
  ['ink', 'attention-tint'],
  ['ink', 'bad-tint'],
  ['ink', 'good-tint'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'card'],
  ['lead', 'paper'],
  ['lead', 'card'],
  ['on-lead', 'lead'],
  ['on-hero', 'hero'],
  ['on-hero-button', 'hero-button'],
  ['on-deep', 'deep'],
  ['on-deep-soft', 'deep'],
] as const;

const otherText = [
  ['ink-soft', 'lead-tint'],
  ['lead', 'lead-tint'],
  ['on-hero-soft', 'hero'],
  ['on-deep', 'deep-raised'],
  ['on-neutral', 'neutral'],
  ['good', 'card'],
  ['attention', 'card'],
  ['bad', 'card'],
  ['bad', 'paper'],
  ...(['good', 'attention', 'bad', 'neutral'] as const).flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    [`on-${tone}`, tone] as const,
  ]),
] as const;

const shapes = [
  ['line-control', 'card'],
  ['line-control', 'paper'],
  ['lead', 'track'],
] as const;

describe.each(Object.entries(themes))('colours of the %s theme', (_theme, tokens) => {
  it.each(mainText)('the text that people read, %s on %s, holds in sunlight (7 to 1)', (text, ground) => {
    expect(measureContrast(getToken(tokens, text), getToken(tokens, ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(otherText)('labels and badges, %s on %s, are readable (4.5 to 1)', (text, ground) => {
    expect(measureContrast(getToken(tokens, text), getToken(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('the edge of a control, %s on %s, is seen (3 to 1)', (edge, ground) => {
    expect(measureContrast(getToken(tokens, edge), getToken(tokens, ground))).toBeGreaterThanOrEqual(3);
  });

  it('gives a value to every role that the other theme has', () => {
    expect([...tokens.keys()].sort()).toEqual([...light.keys()].sort());
  });
});

it('gives a thumb 48 pixels, and the one main button 54', () => {
  expect(sheet).toMatch(/--target: 48px/);
  expect(sheet).toMatch(/--button: 54px/);
});
