import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatNumber } from './format-vietnamese.ts';
import { addCounts, computeShare, subtractPercent } from './indicators.ts';

interface Figure {
  readonly id: string;
  readonly proves: string;
  readonly rule: 'sum' | 'share' | 'difference';
  readonly counts: readonly number[];
  readonly computed: string;
  readonly printed: string;
  readonly relation: 'agrees' | 'differs' | 'otherWhole';
}

const folder = new URL('../../../fixtures/published-figures/', import.meta.url);
const figures = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const source = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
      readonly article: number;
      readonly figures: readonly Figure[];
    };
    return source.figures.map((figure) => ({ ...figure, article: source.article }));
  });

/** As written in Vietnam, at so many places. */
function compute({ rule, counts: [first = NaN, second = NaN, ...rest] }: Figure, decimals: number): string {
  if (rule === 'sum') return formatNumber(addCounts([first, second, ...rest]) ?? NaN);
  const value =
    rule === 'share' ? computeShare(first, second, decimals).percent : subtractPercent(first, second);
  return formatNumber(value ?? NaN, decimals);
}

const countPlaces = (printed: string) => printed.split(',')[1]?.length ?? 0;

describe('a figure of an article', () => {
  it.each(figures)('[$article] $id: $proves', (figure) => {
    expect(compute(figure, 2)).toBe(figure.computed);
    const isAsPrinted = compute(figure, countPlaces(figure.printed)) === figure.printed;
    if (figure.relation === 'agrees') expect(isAsPrinted).toBe(true);
    if (figure.relation === 'differs') expect(isAsPrinted).toBe(false);
  });

  it('has its own name, and only known ways to differ', () => {
    const names = figures.map(({ article, id }) => `${article}/${id}`);
    expect(new Set(names).size).toBe(names.length);
    const strange = figures.filter(({ relation }) => relation !== 'agrees');
    expect(strange.map(({ article, id }) => `${article}/${id}`)).toEqual([
      '0/online-district',
      '1/resolved-of-received',
      '3/over-target-4',
    ]);
  });
});
