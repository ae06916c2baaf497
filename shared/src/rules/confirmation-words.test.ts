import { describe, expect, it } from 'vitest';
import { words } from '#data/words';
import { confirmationInput, isSameWords, toConfirmationWords } from './confirmation-words.ts';

const hash = (...bytes: number[]) => Uint8Array.from({ length: 32 }, (_, at) => bytes[at] ?? 0);

describe('the four words on two screens', () => {
  it('come from the first forty bits, ten for each word', () => {
    expect(toConfirmationWords(hash(), words)).toEqual(Array.from({ length: 4 }, () => words[0]));
    const told = toConfirmationWords(hash(0xff, 0xc0, 0x00, 0x04, 0x02), words);
    expect(told).toEqual([words[1023], words[0], words[1], words[2]]);
  });

  it('change when any of the three keys changes', () => {
    const [sendKey, readKey, answerKey] = [1, 2, 3].map((fill) => new Uint8Array(65).fill(fill));
    if (!sendKey || !readKey || !answerKey) throw new Error('Three keys were made.');
    const input = confirmationInput({ sendKey, readKey, answerKey });
    expect(input).toHaveLength(195);
    for (const other of [{ sendKey: readKey }, { readKey: answerKey }, { answerKey: sendKey }]) {
      expect(confirmationInput({ sendKey, readKey, answerKey, ...other })).not.toEqual(input);
    }
  });

  it('are the same however they are typed', () => {
    const told = ['dang', 'hoa', 'minh', 'te'];
    for (const typed of ['dang hoa minh te', ' Đăng  HOA, minh-tế ', 'dang.hoa.minh.te']) {
      expect(isSameWords(typed, told)).toBe(true);
    }
    for (const typed of ['hoa dang minh te', 'dang hoa minh', 'dang hoa minh te te', '']) {
      expect(isSameWords(typed, told)).toBe(false);
    }
  });

  it('no word is there twice, so nothing can be misread as something else', () => {
    expect(words).toHaveLength(1024);
    expect(new Set(words).size).toBe(1024);
  });
});
