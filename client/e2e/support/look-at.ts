/** Looks at screens as all their users meet them: three sizes, two languages, big letters, keyboard alone, screen reader. Knows no screen by name. */
import { expect, type Page, test } from '@playwright/test';
import { help as helpEn } from '../../src/i18n/en/help.ts';
import { help as helpVi } from '../../src/i18n/vi/help.ts';
import { checkBigLetters, checkKeyboard, checkReach, settle } from './check-reach.ts';
import { checkScreen } from './check-screen.ts';
import { hideNotice } from './hide-notice.ts';
import { goInApp } from './volunteer.ts';

/** A screen that has an address. */
interface Place {
  readonly name: string;
  readonly path: string;
  /** The sentence under its name that says what it is for; `none` where the name says all of it. */
  readonly help: keyof typeof helpVi | 'none';
}

/** What has no address of its own: a sheet, a dialog, a step further in. */
interface Step {
  readonly name: string;
  /** Where the way to it begins. */
  readonly path: string;
  /** What is pressed from there, by test id, or whatever else has to be done; nothing of it may be lasting. */
  readonly by: string | ((page: Page) => Promise<unknown>);
}

export type Screen = Place | Step;

type Spoken = 'vi' | 'en';

const PHONE = { width: 360, height: 740 };
const SIZES = [PHONE, { width: 768, height: 1024 }, { width: 1366, height: 768 }] as const;
/** A place whose screen keeps nothing of another's. */
const NEUTRAL = '/da-gui-chua';

/** Every screen in both languages. Ends in Vietnamese. */
export async function lookAtAll(page: Page, address: string, screens: readonly Screen[]): Promise<void> {
  for (const language of ['en', 'vi'] as const) {
    await speak(page, address, language);
    for (const screen of screens) {
      await page.setViewportSize(PHONE);
      await show(page, { address, screen, language });
      await lookAt(page, screen.name, language);
      if ('by' in screen) await page.keyboard.press('Escape');
    }
  }
}

/** Chosen as a person does, with the keyboard. */
export async function speak(page: Page, address: string, language: Spoken): Promise<void> {
  await goInApp(page, address, NEUTRAL);
  await page.getByRole('radio', { name: language === 'en' ? 'English' : 'Tiếng Việt' }).press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/**
 * The screen that is there now. What does not hang on the language, names and roles and the way of the keyboard, is looked
 * at in Vietnamese only.
 */
export async function lookAt(page: Page, name: string, language: Spoken): Promise<void> {
  for (const size of SIZES) {
    const here = `${name}, ${size.width}, ${language}`;
    await page.setViewportSize(size);
    await settle(page);
    await checkReach(page, here);
    if (size === PHONE) await checkBigLetters(page, here);
    if (language === 'en') continue;
    if (size === PHONE) await test.step(here, () => checkScreen(page));
    if (size.width === 1366) await checkKeyboard(page, here);
  }
}

interface Shown {
  readonly address: string;
  readonly screen: Screen;
  readonly language: Spoken;
}

async function show(page: Page, { address, screen, language }: Shown): Promise<void> {
  const { name, path } = screen;
  // Else a screen that is there already would keep the step that was reached before.
  await goInApp(page, address, NEUTRAL);
  await goInApp(page, address, path);
  await expect(page.locator('main :is(h1, h2):visible').first(), `${name} has a heading`).toBeVisible();
  await hideNotice(page);
  if ('by' in screen) {
    if (typeof screen.by === 'string') await page.getByTestId(screen.by).first().click();
    else await screen.by(page);
  } else if (screen.help !== 'none') {
    const sentence = (language === 'en' ? helpEn : helpVi)[screen.help];
    await expect(page.getByText(sentence, { exact: true }), `${name} says what it is for`).toBeVisible();
  }
}
