/** A class that its module does not have is silently none at all: the fields of a dialog stood without a gap for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');
const IMPORT = /^import (\w+) from '([^']+\.module\.css)'/gm;

const listParts = (): string[] =>
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** What a part asks its style sheets for, and does not get. */
function listMissing(part: string): string[] {
  const text = readFileSync(join(SOURCE, part), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([, name = '', path = '']) => {
    const sheet = readFileSync(join(SOURCE, dirname(part), path), 'utf8');
    const classes = new Set([...sheet.matchAll(/\.([a-z]\w*)/gi)].map(([, found]) => found));
    const uses = text.matchAll(new RegExp(`\\b${name}\\.(?!module\\.css|tsx)(\\w+)`, 'g'));
    return [...uses].flatMap(([use, asked]) => (classes.has(asked) ? [] : [`${part}: ${use}`]));
  });
}

it('every class that a part wears is in its style sheet', () => {
  const parts = listParts();
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.flatMap(listMissing)).toEqual([]);
});
