/** The three dots never promise more than they are given, and never speak by colour alone. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CustodyDots } from './custody-dots.tsx';

function readStates(html: string): string[] {
  return [...html.matchAll(/data-state="(\w+)"/g)].map((row) => row[1] ?? '');
}

describe('the three dots', () => {
  it.each([
    [0, ['ahead', 'ahead', 'ahead']],
    [1, ['done', 'ahead', 'ahead']],
    [2, ['done', 'done', 'ahead']],
    [3, ['done', 'done', 'done']],
  ] as const)('at level %i tick exactly that many', (level, states) => {
    expect(readStates(renderToStaticMarkup(<CustodyDots level={level} label="…" />))).toEqual(states);
  });

  it('show what is held up at the step that is not reached, with a mark of its own', () => {
    const attention = renderToStaticMarkup(
      <CustodyDots level={2} tone="attention" label="Chờ cán bộ xã xem" />,
    );
    expect(readStates(attention)).toEqual(['done', 'done', 'attention']);
    expect(attention).toContain('!');
    const bad = renderToStaticMarkup(<CustodyDots level={1} tone="bad" label="Cần sửa" />);
    expect(readStates(bad)).toEqual(['done', 'bad', 'ahead']);
  });

  it('are one picture with words for a screen reader, and are not read twice when the words stand beside them', () => {
    expect(renderToStaticMarkup(<CustodyDots level={1} label="Đã lưu trên máy này" />)).toContain(
      'role="img" aria-label="Đã lưu trên máy này"',
    );
    expect(renderToStaticMarkup(<CustodyDots level={1} label="Đã lưu trên máy này" showLabel />)).toContain(
      'aria-hidden="true"',
    );
  });
});
