/**
 * The copy card on the citizen's own phone: a page without the app, without joining, that asks the commune for nothing. What it
 * shows came in the address, is taken out of it at once, and is stored nowhere.
 */
import { type CopyCode, type CopyCodeFault, type CopyRow, readCopyCode } from './copy-code.ts';
import { type PageLanguage, pageWords } from './words.ts';
import './copy-page.css';

const PORTAL = 'https://dichvucong.gov.vn/';
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

const main = document.getElementById('card');
if (!main) throw new Error('The page has no place for the card.');
const place: HTMLElement = main;

let language: PageLanguage = 'vi';
let shown: CopyCode | CopyCodeFault = 'none';
let copied: ReadonlySet<number> = new Set();

/** Before anything is drawn: whoever looks at the address or at where one has been finds no answer there. */
function takeCode(): void {
  const text = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (text === '' && typeof shown === 'object') return;
  shown = readCopyCode(text, getToday());
  copied = new Set();
  draw();
}

function getToday(): string {
  return new Date(Date.now() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** A page that was left open over its last day. */
function lapse(): void {
  if (typeof shown !== 'object' || shown.until >= getToday()) return;
  shown = 'lapsed';
  draw();
}

function draw(): void {
  const words = pageWords[language];
  document.documentElement.lang = language;
  document.title = words.title;
  place.replaceChildren(
    make('header', { class: 'head' }, make('h1', {}, words.title), makeLanguageButton()),
    ...(typeof shown === 'object' ? drawCard(shown) : drawFault(shown)),
  );
}

function drawFault(fault: CopyCodeFault): Node[] {
  const words = pageWords[language];
  return [
    make(
      'div',
      { class: 'notice', role: 'alert' },
      make('h2', {}, words[fault]),
      make('p', {}, words[`${fault}Text`]),
    ),
  ];
}

function drawCard({ title, part, parts, rows, papers, until }: CopyCode): Node[] {
  const words = pageWords[language];
  const total = rows.filter(({ value }) => value !== '').length;
  const day = until.split('-').reverse().join('/');
  const progress = words.progress(copied.size, total);
  return [
    make('h2', { lang: 'vi' }, title),
    make(
      'p',
      { class: 'soft', role: 'status', id: 'said' },
      parts > 1 ? `${words.part(part, parts)} · ${progress}` : progress,
    ),
    make('p', {}, words.how),
    ...drawScreens(rows),
    ...(papers.length === 0
      ? []
      : [
          make('h2', {}, words.papers(papers.length)),
          make('ul', { class: 'papers', lang: 'vi' }, ...papers.map((paper) => make('li', {}, paper))),
        ]),
    make('a', { class: 'portal', href: PORTAL, target: '_blank', rel: 'noreferrer' }, words.portal),
    make('p', { class: 'soft' }, words.keeps(day)),
  ];
}

/** Each screen of the portal under its own heading, as the citizen walks through them. */
function drawScreens(rows: readonly CopyRow[]): Node[] {
  const words = pageWords[language];
  const nodes: Node[] = [];
  let list: HTMLElement | undefined;
  rows.forEach((row, at) => {
    if (!list || rows[at - 1]?.screen !== row.screen) {
      if (row.screen !== 0) nodes.push(make('h3', {}, words.screen(row.screen)));
      list = make('ol', { class: 'rows' });
      nodes.push(list);
    }
    list.append(drawRow(row, at));
  });
  return nodes;
}

function drawRow({ label, value }: CopyRow, at: number): Node {
  const words = pageWords[language];
  const isCopied = copied.has(at);
  const parts = [
    make('span', { class: 'label', lang: 'vi' }, label),
    value === ''
      ? make('span', { class: 'soft' }, words.typeIt)
      : make('span', { class: 'value', lang: 'vi', id: `value-${at}` }, value),
  ];
  const row = make('li', { class: isCopied ? 'row done' : 'row' }, make('div', { class: 'text' }, ...parts));
  if (value === '') return row;
  const button = make('button', { type: 'button' }, isCopied ? words.copied : words.copy);
  button.setAttribute('aria-label', isCopied ? `${words.copyRow(label)} ✓` : words.copyRow(label));
  button.addEventListener('click', () => void copyRow(at, { label, value }));
  row.append(button);
  return row;
}

async function copyRow(at: number, { label, value }: Pick<CopyRow, 'label' | 'value'>): Promise<void> {
  const words = pageWords[language];
  const isDone = await writeClipboard(value);
  if (!isDone) {
    selectText(at);
    return say(words.refused);
  }
  copied = new Set([...copied, at]);
  draw();
  say(words.said(label));
  const rows = [...place.querySelectorAll('.row')];
  rows
    .slice(at + 1)
    .map((row) => row.querySelector('button'))
    .find((button) => button !== null)
    ?.focus();
}

/** False where the browser refuses, as some inside other apps do. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function selectText(at: number): void {
  const text = document.getElementById(`value-${at}`);
  if (text) getSelection()?.selectAllChildren(text);
}

function say(text: string): void {
  const line = document.getElementById('said');
  if (line) line.textContent = text;
}

function makeLanguageButton(): Node {
  const button = make('button', { type: 'button', class: 'quiet' }, pageWords[language].other);
  button.lang = language === 'vi' ? 'en' : 'vi';
  button.addEventListener('click', () => {
    language = language === 'vi' ? 'en' : 'vi';
    draw();
  });
  return button;
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

takeCode();
// A second code scanned into the same tab changes only what stands behind the number sign.
addEventListener('hashchange', takeCode);
document.addEventListener('visibilitychange', lapse);
