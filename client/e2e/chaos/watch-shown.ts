/** Notes what a phone shows as saved, at each moment that it does; what was on its way to us when it died counts as not shown. */
import type { Page } from '@playwright/test';

/** The most that was ever shown as saved of each thing; each only grows. */
export interface Shown {
  /** The number in the answer that is typed again and again. */
  answer: number;
  /** Heads counted at the session. */
  heads: number;
  /** Papers that are said to be sealed. */
  papers: number;
}

export interface Seen extends Partial<Shown> {
  readonly isSaved: boolean;
  /** The bar says that something could not be saved. */
  readonly isRefused: boolean;
}

const BINDING = 'noteSeen';

/** On every page of this browser from now on; to be called before the first. */
export async function watchShown(page: Page, note: (seen: Seen) => void): Promise<void> {
  await page.context().exposeFunction(BINDING, note);
  // What runs this file gives functions their names by a helper of its own, which a page has not.
  await page.context().addInitScript('globalThis.__name = (named) => named');
  await page.context().addInitScript(watchInPage, BINDING);
}

/** Runs in the page: it may use nothing from outside itself. */
function watchInPage(binding: string): void {
  const look = (): void => {
    const bar = document.querySelector<HTMLElement>('header a [role=status]')?.innerText ?? '';
    const answer = document.querySelector<HTMLInputElement>('[data-testid=answer-registeredAt]')?.value;
    const terms = [...document.querySelectorAll('dl > div')];
    const heads = terms
      .find((one) => one.textContent.includes('người đến'))
      ?.querySelector('dd')?.textContent;
    const papers = document.body.innerText.split('Đã khóa kín').length - 1;
    const numbered = Number(/(\d+)$/.exec(answer ?? '')?.[1]);
    (globalThis as unknown as Record<string, (seen: unknown) => void>)[binding]?.({
      isSaved: /^(Đã lưu hết|Xã đã nhận hết)/.test(bar),
      isRefused: bar.startsWith('Chưa lưu được'),
      ...(Number.isFinite(numbered) && { answer: numbered }),
      ...(heads !== undefined && heads !== null && { heads: Number(heads) }),
      ...(papers > 0 && { papers }),
    });
  };
  const begin = (): void => {
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}
