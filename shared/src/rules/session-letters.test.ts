import { describe, expect, it } from 'vitest';
import {
  canGiveLetter,
  findLetterToGive,
  guessTable,
  type LetteredList,
  listSilentLetters,
} from './session-letters.ts';

describe('the letters of a session', () => {
  it('are short for whoever joins by the opener’s code', () => {
    expect([0, 1, 2, 3, 4].map((given) => findLetterToGive('A', given))).toEqual(['B', 'C', 'D', 'E', 'G']);
  });

  it('are never given twice, whichever phones hand them out and however often', () => {
    const first = Array.from({ length: 36 }, (_, given) => findLetterToGive('A', given));
    const second = first
      .slice(0, 12)
      .flatMap((own) => [0, 1, 2, 9, 10].map((given) => findLetterToGive(own, given)));
    const all = ['A', ...first];
    expect(new Set(all).size).toBe(all.length);
    const byOthers = second.filter((letter) => all.includes(letter));
    expect(byOthers).toEqual([]);
    expect(new Set(second).size).toBe(second.length);
  });

  it('end where a number would grow too long', () => {
    expect(canGiveLetter('A', 35)).toBe(true);
    expect(canGiveLetter('BBBB', 0)).toBe(false);
  });

  it('stand for a table each', () => {
    expect(['A', 'B', 'C'].map(guessTable)).toEqual([1, 2, 3]);
  });
});

describe('the phones whose list is not here', () => {
  const list = (letter: string | undefined, more: Partial<LetteredList> = {}): LetteredList => ({
    ...{ session: 's', letter, lettersGiven: 0, lettersUnused: [] },
    ...more,
  });

  it('are those whose letter was handed out, by whichever phone', () => {
    expect(listSilentLetters([list('A', { lettersGiven: 3 }), list('C', { lettersGiven: 1 })])).toEqual([
      'B',
      'D',
      'CB',
    ]);
    expect(listSilentLetters([list(undefined, { lettersGiven: 2 })])).toEqual([]);
  });

  it('are not those of which somebody said that no phone took the code', () => {
    const lists = [list('A', { lettersGiven: 2 }), list('C', { lettersUnused: ['B'] })];
    expect(listSilentLetters(lists)).toEqual([]);
  });

  it('are told session by session, where two of them are read as one', () => {
    const lists = [list('A', { lettersGiven: 1 }), list('A', { session: 't', lettersGiven: 1 })];
    const joined = list('B', { session: 't' });
    expect(listSilentLetters([...lists, joined])).toEqual(['B']);
  });
});
