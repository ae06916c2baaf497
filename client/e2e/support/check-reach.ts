/** Looks at a screen with a thumb, with big letters and with the keyboard alone: no word cut off, no button out of reach. */
import { expect, type Page } from '@playwright/test';

/** What is cut off at any edge or hangs over the side, in the words of the screen; of a button without words, in its label's. */
async function listCut(page: Page): Promise<string[]> {
  return page.evaluate((slack) => {
    const cut: string[] = [];
    const isForReadersOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== 'none' || isForReadersOnly(element.parentElement));
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    for (const element of document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, script, style)')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const { left, right, width } = element.getBoundingClientRect();
      // A box of one line scrolls to whatever is typed in it.
      const isOneLine = element.matches('input');
      const isCutAcross = !isOneLine && hides(overflowX) && scrollWidth > clientWidth + 1;
      const isCutBelow = hides(overflowY) && scrollHeight > clientHeight + slack;
      const isOver = width > 1 && (right > innerWidth + 1 || left < -1);
      const how = isCutBelow ? 'cut below' : isCutAcross ? 'cut' : isOver ? 'over the side' : undefined;
      // Only now, for the few: the words of every element are dear to ask for.
      if (!how || !element.checkVisibility({ visibilityProperty: true }) || isForReadersOnly(element))
        continue;
      const words = element.innerText?.trim() || (element.getAttribute('aria-label') ?? '').trim();
      const isControl = element.matches('button, a[href], input, select, textarea, summary');
      if (words !== '' || isControl) cut.push(`${element.tagName} ${how}: ${words.slice(0, 60)}`);
    }
    return cut;
  }, LETTER_SLACK);
}

/** Pixels by which the tails of letters may stand out of their line without a word being lost. */
const LETTER_SLACK = 2;

/** Controls that nobody can press although they are there: scrolled to, something else lies over their middle. */
async function listCovered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const covered: string[] = [];
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const controls = scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
      const isDrawn = control.clientWidth > 1 && getComputedStyle(control).opacity !== '0';
      const shown = isDrawn ? control : label;
      // Shown once it has the focus: the way past the bars.
      if (!shown || shown.getBoundingClientRect().bottom + scrollY <= 0) continue;
      const isFree = (): boolean =>
        // A link over two lines has a middle that is no part of it.
        [shown.getBoundingClientRect(), ...shown.getClientRects()].some(({ left, top, width, height }) => {
          const seen = document.elementFromPoint(left + width / 2, top + height / 2);
          return seen !== null && (shown.contains(seen) || label?.contains(seen) === true);
        });
      // Whatever can be pressed where it stands need not be scrolled to: each scrolling lays the page out anew.
      if (isFree()) continue;
      shown.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (isFree()) continue;
      const words = control.innerText || control.getAttribute('aria-label') || label?.innerText || control.id;
      covered.push(`${control.tagName} ${words.trim().slice(0, 60)}`);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return covered;
  });
}

async function expectAllInReach(page: Page, screen: string): Promise<void> {
  expect.soft(await listCut(page), `${screen}: cut off`).toEqual([]);
  expect.soft(await listCovered(page), `${screen}: covered`).toEqual([]);
}

/** Two frames, and the end of whatever moves: what was measured anew has been drawn. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
    await nextFrame();
    await nextFrame();
    // What turns as long as it waits never ends.
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });

/** 200 % of the letters, as a person with weak eyes sets it. */
export async function checkBigLetters(page: Page, screen: string): Promise<void> {
  const size = await page.evaluate(() => {
    const root = document.documentElement;
    const before = parseFloat(getComputedStyle(root).fontSize);
    root.style.fontSize = `${before * 2}px`;
    return parseFloat(getComputedStyle(root).fontSize) / before;
  });
  expect(size).toBe(2);
  await settle(page);
  await expectAllInReach(page, `${screen} at 200 %`);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

export async function checkReach(page: Page, screen: string): Promise<void> {
  await expectAllInReach(page, screen);
}

/** Every control is reached by Tab, and shows that it is. */
export async function checkKeyboard(page: Page, screen: string): Promise<void> {
  const wanted = await markControls(page);
  await noteFocus(page);
  let noted: readonly Focused[] = [];
  const listMissed = (): string[] => wanted.filter((name) => noted.every((at) => at.name !== name));
  // Some presses go to what is no control, or leave the page and come back.
  for (const presses of [wanted.length, 4, 4, 4]) {
    if (listMissed().length === 0) break;
    for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
    noted = await page.evaluate(() => (window as unknown as Watched).focused);
  }
  // What shows itself only with the focus would lie over the next screen.
  await dropFocus(page);
  expect.soft(listMissed(), `${screen}: not reached by Tab`).toEqual([]);
  const unseen = [...new Set(noted.filter(({ isSeen }) => !isSeen).map(({ name }) => name))];
  expect.soft(unseen, `${screen}: focus cannot be seen`).toEqual([]);
}

const dropFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

interface Focused {
  readonly name: string;
  readonly isSeen: boolean;
}

interface Watched {
  focused: Focused[];
  stopNoting?: () => void;
}

/** From now on the page itself writes down what gets the focus, and whether that can be seen. */
async function noteFocus(page: Page): Promise<void> {
  await dropFocus(page);
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.stopNoting?.();
    watched.focused = [];
    const note = ({ target }: FocusEvent): void => {
      const name = target instanceof HTMLElement ? target.dataset['reach'] : undefined;
      if (name === undefined || !(target instanceof HTMLElement)) return;
      // A hidden input shows its focus on the label around it, a row that is a link on what covers the row.
      const drawn = [target, target.closest('label'), target.parentElement, target.nextElementSibling];
      const styles = drawn.flatMap((element) =>
        element ? [getComputedStyle(element), getComputedStyle(element, '::after')] : [],
      );
      const isSeen = styles.some((style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
      watched.focused.push({ name, isSeen });
    };
    document.addEventListener('focusin', note);
    watched.stopNoting = () => document.removeEventListener('focusin', note);
  });
}

/** Of a group of radio buttons Tab reaches one. */
async function markControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const groups = new Set<string>();
    const names: string[] = [];
    const all = scope.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
    );
    for (const [at, control] of [...all].entries()) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.tabIndex < 0) continue;
      if (control instanceof HTMLInputElement && control.type === 'radio') {
        if (groups.has(control.name)) continue;
        groups.add(control.name);
        control.dataset['reach'] = `radio ${control.name}`;
        for (const other of scope.querySelectorAll<HTMLInputElement>('input[type=radio]'))
          if (other.name === control.name) other.dataset['reach'] = `radio ${control.name}`;
        names.push(`radio ${control.name}`);
        continue;
      }
      const label = control.textContent?.trim() || control.getAttribute('aria-label') || control.id;
      const name = `${control.tagName} ${at} ${label.slice(0, 40)}`;
      control.dataset['reach'] = name;
      names.push(name);
    }
    return names;
  });
}
