import { describe, expect, it } from 'vitest';
import type { FormField } from '#shared/rules/form-definition';
import { readTypedAnswer, showTypedAnswer } from './read-typed-answer.ts';

const make = (type: FormField['type']): FormField => ({
  id: 'one',
  label: { vi: 'Một', en: 'One' },
  type,
  required: true,
  portalKnows: false,
});

describe('what is typed into a question', () => {
  it.each([
    ['02/03/1947', '1947-03-02'],
    ['02031947', '1947-03-02'],
    ['031947', '1947-03'],
    ['1947', '1947'],
    ['2,3,1947', '1947-03-02'],
  ])('%s is the date %s', (typed, answer) => {
    expect(readTypedAnswer(make('date'), typed)).toBe(answer);
  });

  it.each([
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['14h30', '14:30'],
    ['2 giờ 05 phút', '02:05'],
    ['7h', '07:00'],
  ])('%s is the time %s', (typed, answer) => {
    expect(readTypedAnswer(make('time'), typed)).toBe(answer);
  });

  it('is a large number with or without its points, and none with a decimal comma', () => {
    expect(readTypedAnswer(make('number'), '1500000000')).toBe(1_500_000_000);
    expect(readTypedAnswer(make('number'), '50.000.000')).toBe(50_000_000);
    expect(readTypedAnswer(make('number'), '1.5')).toBe('1.5');
    expect(readTypedAnswer(make('number'), '1,5')).toBe('1,5');
    expect(showTypedAnswer(make('number'), 50_000_000)).toBe('50.000.000');
  });

  it('is kept as it was typed while it is no answer yet', () => {
    expect(readTypedAnswer(make('date'), '31/02/19')).toBe('31/02/19');
    expect(readTypedAnswer(make('number'), 'hai')).toBe('hai');
  });

  it('becomes a count, a bare number, or nothing at all', () => {
    expect(readTypedAnswer(make('number'), ' 2 ')).toBe(2);
    expect(readTypedAnswer(make('personalId'), '099 147 004 567')).toBe('099147004567');
    expect(readTypedAnswer(make('text'), '  ')).toBeUndefined();
  });

  it('is shown back the way people write it', () => {
    expect(showTypedAnswer(make('date'), '1947-03')).toBe('03/1947');
    expect(showTypedAnswer(make('date'), '31/02/19')).toBe('31/02/19');
    expect(showTypedAnswer(make('number'), 2)).toBe('2');
  });
});
