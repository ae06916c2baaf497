/** The Vietnamese guide says what the app says: `**words of a button**`, `*words on a screen*`, and pictures that are there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSaidKeys } from '../../../fixtures/words/list-said-keys.ts';
import { consentTexts } from '#data/consent-texts';
import { practiceScenarios } from '#data/practice-scenarios';
import { routeTexts } from '#data/route-texts';
import { messagesVi } from './messages-vi.ts';

const ROOT = join(import.meta.dirname, '../../..');
const GUIDE = join(ROOT, 'docs/huong-dan');
const PICTURES = join(ROOT, 'docs/pictures');
const MOST_BYTES_EACH = 60_000;
const MOST_BYTES_TOGETHER = 900_000;
/** Bold, and no words of the app: a browser, a key, and two words of the guide about itself. */
const OTHER_BOLD = [
  'Chrome',
  'Enter',
  'chữ đậm',
  'Ba dấu tròn',
  'Bằng máy của bác.',
  'Bằng máy tính của tổ.',
];
const OTHER_SLANTED = ['chữ nghiêng'];

const readText = (path: string): string => readFileSync(path, 'utf8');
const listFiles = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

/** Every text at whatever depth; what is filled in stands as "…". */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/\{\w+\}/g, '…').normalize('NFC')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** The messages that a screen can say: a guide must not teach a button that is not built. */
function listSaid(): string[] {
  const messages = new Map(
    Object.entries(messagesVi).flatMap(([section, rows]) =>
      Object.entries(rows).map(([key, text]): [string, string] => [`${section}.${key}`, text]),
    ),
  );
  return listSaidKeys([...messages.keys()], { withGallery: false }).map((key) => messages.get(key) ?? '');
}

const texts = listTexts([listSaid(), consentTexts, practiceScenarios, routeTexts]);
const words = new Set(texts);
const pages = listFiles(GUIDE, '.md').map((name) => ({ name, text: readText(join(GUIDE, name)) }));
const everyPage = pages.map(({ text }) => text).join('\n');
const findAll = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');
const bold = findAll(everyPage, /\*\*([^*]+)\*\*/g);
const slanted = findAll(everyPage.replace(/\*\*[^*]+\*\*/g, ''), /\*([^*]+)\*/g);

describe('the guide', () => {
  it('calls every button as the app does', () => {
    expect(bold.length).toBeGreaterThan(50);
    expect(bold.filter((text) => !words.has(text) && !OTHER_BOLD.includes(text))).toEqual([]);
    expect(OTHER_BOLD.filter((text) => !bold.includes(text))).toEqual([]);
  });

  it('quotes every sentence as the screen shows it', () => {
    expect(slanted.length).toBeGreaterThan(20);
    const isSaid = (quoted: string) => texts.some((text) => text.includes(quoted));
    expect(slanted.filter((quoted) => !isSaid(quoted) && !OTHER_SLANTED.includes(quoted))).toEqual([]);
  });

  it('leads only to pages that are there', () => {
    const links = findAll(everyPage, /\]\(([^)]+)\)/g);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join(GUIDE, link)))).toEqual([]);
  });
});

describe('the pictures', () => {
  const documents = [
    join(ROOT, 'README.md'),
    ...listFiles(join(ROOT, 'docs'), '.md').map((name) => join(ROOT, 'docs', name)),
  ];
  const everything = documents.map(readText).join('\n');
  const named = [...new Set(findAll(everything, /pictures\/([\w-]+\.png)/g))].sort();
  const taken = listFiles(PICTURES, '.png').sort();

  it('are each there and each used: `npm run pictures` takes them', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named).toEqual(taken);
  });

  it('say in words what they show', () => {
    const pictures = findAll(everything, /<img ([^>]*)>/g);
    expect(pictures.filter((picture) => !/alt="[^"]{10,}"/.test(picture))).toEqual([]);
  });

  it('stay small', () => {
    const sizes = taken.map((name) => [name, statSync(join(PICTURES, name)).size] as const);
    expect(sizes.filter(([, bytes]) => bytes > MOST_BYTES_EACH)).toEqual([]);
    expect(sizes.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(MOST_BYTES_TOGETHER);
  });
});
