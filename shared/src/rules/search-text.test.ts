import { describe, expect, it } from 'vitest';
import { foldText, matchesSearch, splitSearchWords } from './search-text.ts';

describe('searching without marks', () => {
  it('finds Đăk Lắk typed as dak lak', () => {
    expect(foldText('Đắk Lắk')).toBe('dak lak');
    expect(foldText('ƯỚC MƠ')).toBe('uoc mo');
  });

  it('does not care where the tone stands or whether letters come in pieces', () => {
    expect(foldText('Hoà Thuý')).toBe(foldText('Hòa Thúy'));
    expect(foldText('Nguyễn'.normalize('NFD'))).toBe('nguyen');
  });

  it('turns punctuation and runs of spaces into single spaces', () => {
    expect(splitSearchWords('  Bà Rịa - Vũng Tàu (cũ) ')).toEqual(['ba', 'ria', 'vung', 'tau', 'cu']);
    expect(splitSearchWords('...')).toEqual([]);
  });

  it('matches beginnings of words in any order, and everything before a letter is typed', () => {
    expect(matchesSearch('Cấp bản sao Trích lục hộ tịch', 'luc trich')).toBe(true);
    expect(matchesSearch('Cấp bản sao Trích lục hộ tịch', 'ban sa')).toBe(true);
    expect(matchesSearch('Cấp bản sao Trích lục hộ tịch', 'khai sinh')).toBe(false);
    expect(matchesSearch('Cấp bản sao', ' ')).toBe(true);
  });
});
