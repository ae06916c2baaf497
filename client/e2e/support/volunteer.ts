/** What a volunteer does at a session, in the app's own words. Knows screens, no code behind them. */
import { expect, type Page } from '@playwright/test';

export async function openSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Buổi', exact: true }).first().click();
  await page.getByTestId('session-open').click();
  await expect(page.getByTestId('write-name')).toBeVisible();
}

/** Consent first, then the card as a scanner or a paste gives it. */
export async function writePerson(page: Page, card: string): Promise<void> {
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-paste').fill(card);
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
}

/** At the page in front of the PIN, to which it goes back: they wait there for somebody to confirm them. */
export async function writePersonLocked(page: Page, card: string): Promise<void> {
  await page.getByTestId('locked-write').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-paste').fill(card);
  await page.getByTestId('card-done').click();
  await expect(page.getByRole('heading', { name: 'Đã ghi' })).toBeVisible();
  await page.getByTestId('locked-leave').click();
  await expect(page.getByTestId('locked-waiting')).toBeVisible();
}

/** Half-way through somebody: the name is typed, and nothing pressed behind it. */
export async function typeName(page: Page, name: string): Promise<void> {
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-by-hand').click();
  await page.getByLabel('Họ và tên').fill(name);
}

export async function beginDossier(page: Page, address: string, person: string): Promise<string> {
  await goInApp(page, address, '/tra-cuu');
  await page.getByTestId('lookup-search').fill('giấy khai sinh');
  await page.getByTestId('procedure-2.000635').click();
  await page.getByText(person).first().click();
  await expect(page.getByTestId('dossier-info')).toBeVisible();
  return new URL(page.url()).pathname;
}

interface Answers {
  readonly registeredAt: string;
  readonly copies: string;
}

export async function answerForm(page: Page, answers: Answers): Promise<void> {
  await page.getByTestId('dossier-info').click();
  await answerOpenForm(page, answers);
}

export async function answerOpenForm(page: Page, { registeredAt, copies }: Answers): Promise<void> {
  await page.getByTestId('answer-relation').getByText('Bản thân').click();
  await page.getByTestId('answer-eventType').getByText('Khai sinh').click();
  await page.getByTestId('answer-registeredAt').fill(registeredAt);
  await page.getByTestId('answer-copies').fill(copies);
  await page.getByTestId('answer-resultDelivery').getByText('Đến lấy ở xã').click();
  await page.getByText('Cùng làm').first().click();
  await page.getByTestId('info-done').click();
  await expect(page.getByTestId('dossier-finish')).toBeVisible();
}

export async function addPhotograph(page: Page): Promise<void> {
  const jpeg = Buffer.from(await drawJpeg(page), 'base64');
  const file = { name: 'giay-cu.jpg', mimeType: 'image/jpeg', buffer: jpeg };
  await page.getByTestId('paper-choose-oldCivilStatusPaper').setInputFiles(file);
  await page.getByTestId('paper-accept').click();
  await expect(page.getByTestId('paper-accept')).toBeHidden({ timeout: 15_000 });
}

/** A real photograph's worth of noise, drawn by the browser itself. */
function drawJpeg(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 900);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    for (let at = 0; at < 4000; at++) {
      pen.fillStyle = `hsl(${(at * 47) % 360} 60% ${30 + (at % 50)}%)`;
      pen.fillRect((at * 71) % 1200, (at * 131) % 900, 40, 24);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
}

export async function chooseRoute(page: Page, route: string): Promise<void> {
  await page.getByRole('link', { name: 'Chọn', exact: true }).click();
  await page.getByTestId(`route-${route}`).click();
  await page.getByTestId('route-choose').click();
  await expect(page.getByTestId('dossier-finish')).toBeVisible();
}

/** Inside the app, without loading the page anew: that would lock it. */
export async function goInApp(page: Page, address: string, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page).toHaveURL(address + path);
}
