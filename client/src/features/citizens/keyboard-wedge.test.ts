import { describe, expect, it } from 'vitest';
import { feedKey, noKeys, type WedgeStep } from './keyboard-wedge.ts';

const CARD = '099158000110||HỒ THỊ CÚC|02031958|Nữ|Thôn Nam Giảng|20042021';

function press(keys: readonly string[], gap: number): WedgeStep {
  let step: WedgeStep = { state: noKeys, isScan: false };
  keys.forEach((key, at) => (step = feedKey(step.state, key, 1_000 + at * gap)));
  return step;
}

describe('a scanner that types like a keyboard', () => {
  it('hands over the whole code at its Enter', () => {
    expect(press([...CARD, 'Enter'], 4).scanned).toBe(CARD);
  });

  it('may press Shift between the letters', () => {
    const keys = [...CARD].flatMap((letter) => ['Shift', letter]);
    expect(press([...keys, 'Enter'], 4).scanned).toBe(CARD);
  });

  it('does not press the button that happens to have the focus', () => {
    expect(press([...CARD], 4).isScan).toBe(true);
    expect(press([...CARD, 'Enter'], 4).isScan).toBe(true);
  });
});

describe('a person at the keyboard', () => {
  it('is too slow to be a scanner, whatever they type', () => {
    expect(press([...CARD, 'Enter'], 120).scanned).toBeUndefined();
  });

  it('may press Enter or the space bar on a button as always', () => {
    expect(feedKey(noKeys, 'Enter', 5)).toEqual({ state: noKeys, isScan: false });
    expect(feedKey(noKeys, ' ', 5).isScan).toBe(false);
  });

  it('is not mistaken for a scanner by a bar code without the bars of a card', () => {
    expect(press([...'8934567890123456789012345', 'Enter'], 4).scanned).toBeUndefined();
  });
});
