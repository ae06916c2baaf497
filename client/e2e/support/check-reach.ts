/** Looks at a screen with big letters and with the keyboard alone: no word cut off, no button out of reach. */
import { expect, type Page } from '@playwright/test';

/** What is cut off or hangs over the side, in the words of the screen. */
async function listCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const isForReadersOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== 'none' || isForReadersOnly(element.parentElement));
    for (const element of document.querySelectorAll<HTMLElement>('main *, nav *, header *, dialog *')) {
      if (!element.checkVisibility() || !element.innerText?.trim()) continue;
      if (isForReadersOnly(element)) continue;
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const isCut = hides && element.scrollWidth > element.clientWidth + 1;
      const isOver = element.getBoundingClientRect().right > innerWidth + 1;
      if (isCut || isOver) cut.push(`${element.tagName} ${element.innerText.trim().slice(0, 60)}`);
    }
    return cut;
  });
}

/** 200 % of the letters, as a person with weak eyes sets it. */
export async function checkBigLetters(page: Page, screen: string): Promise<void> {
  const size = await page.evaluate(() => {
    const root = document.documentElement;
    const before = parseFloat(getComputedStyle(root).fontSize);
    root.style.fontSize = `${before * 2}px`;
    return parseFloat(getComputedStyle(root).fontSize) / before;
  });
  expect(size).toBe(2);
  expect.soft(await listCut(page), `${screen} at 200 %`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

export async function checkWidth(page: Page, screen: string): Promise<void> {
  expect.soft(await listCut(page), screen).toEqual([]);
}

/** Every control is reached by Tab, and shows that it is. */
export async function checkKeyboard(page: Page, screen: string): Promise<void> {
  const wanted = await markControls(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let presses = 0; presses < wanted.length + 12 && reached.size < wanted.length; presses++) {
    await page.keyboard.press('Tab');
    const at = await readFocus(page);
    if (!at) continue;
    reached.add(at.name);
    if (!at.isSeen) unseen.push(at.name);
  }
  const missed = wanted.filter((name) => !reached.has(name));
  expect.soft(missed, `${screen}: not reached by Tab`).toEqual([]);
  expect.soft(unseen, `${screen}: focus cannot be seen`).toEqual([]);
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
      const label = control.innerText || control.getAttribute('aria-label') || control.id;
      const name = `${control.tagName} ${at} ${label.trim().slice(0, 40)}`;
      control.dataset['reach'] = name;
      names.push(name);
    }
    return names;
  });
}

async function readFocus(page: Page): Promise<{ name: string; isSeen: boolean } | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const name = focused instanceof HTMLElement ? focused.dataset['reach'] : undefined;
    if (name === undefined || !(focused instanceof HTMLElement)) return undefined;
    // A hidden input shows its focus on the label around it, a row that is a link on what covers the row.
    const drawn = [focused, focused.closest('label'), focused.parentElement, focused.nextElementSibling];
    const styles = drawn.flatMap((element) =>
      element ? [getComputedStyle(element), getComputedStyle(element, '::after')] : [],
    );
    const isSeen = styles.some((style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
    return { name, isSeen };
  });
}
