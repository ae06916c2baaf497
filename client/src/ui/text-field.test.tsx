/** What a screen reader is told about a question, without a browser. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TextField } from './text-field.tsx';

function findAttribute(html: string, name: string): string | undefined {
  return new RegExp(`<input[^>]* ${name}="([^"]*)"`, 'i').exec(html)?.[1];
}

describe('a question', () => {
  const ask = (words: { hint?: string; error?: string }) =>
    renderToStaticMarkup(<TextField label="Họ và tên" value="Mẫu" onChange={() => undefined} {...words} />);

  it('is named by its label', () => {
    const html = ask({});
    expect(html).toContain(`<label for="${findAttribute(html, 'id')}"`);
    expect(findAttribute(html, 'aria-describedby')).toBeUndefined();
    expect(findAttribute(html, 'aria-invalid')).toBeUndefined();
  });

  it('reads its hint and its error after the label, in that order', () => {
    const html = ask({ hint: 'Như trên thẻ', error: 'Ô này còn trống.' });
    const [hintId, errorId] = findAttribute(html, 'aria-describedby')?.split(' ') ?? [];
    expect(html).toMatch(new RegExp(`id="${hintId}"[^>]*>Như trên thẻ`));
    expect(html).toMatch(new RegExp(`id="${errorId}".*Ô này còn trống\\.`));
    expect(findAttribute(html, 'aria-invalid')).toBe('true');
  });

  it('is not remembered by the browser: the next person at this phone is somebody else', () => {
    expect(findAttribute(ask({}), 'autocomplete')).toBe('off');
  });
});
