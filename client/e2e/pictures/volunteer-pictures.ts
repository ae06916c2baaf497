/** A volunteer's own phone in the guide: practice, joining the team, a person, an account, a dossier from its form to its mending. */
import { expect, type Page } from '@playwright/test';
import { confirmPack, movePack, sendNow, syncUntil } from '../support/follow-up.ts';
import { joinUntilWords, waitUntilOfflineReady } from '../support/join.ts';
import type { Demo } from '../support/start-demo.ts';
import { addPhotograph, answerForm, beginDossier, goInApp } from '../support/volunteer.ts';
import { approve } from './office-pictures.ts';
import { closeLast, PHONE, start, take } from './take-picture.ts';

export const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';

export async function practise(demo: Demo): Promise<void> {
  const page = await start(PHONE);
  await page.goto(demo.roles.volunteer.url);
  await waitUntilOfflineReady(page);
  await page.getByTestId('practice-start').click();
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible({ timeout: 30_000 });
  await take(page, 'practice');
  await panel.getByRole('button', { name: 'Người đến không hẹn' }).click();
  await expect(page.getByTestId('practice-result')).toBeVisible();
  await take(page, 'practice-steps');
  await closeLast();
}

export async function enrol(page: Page, demo: Demo, head: Page): Promise<void> {
  const { url: address, invitation } = demo.roles.volunteer;
  await page.goto(`${address}/?ma=${invitation}`);
  await expect(page.getByRole('button', { name: 'Dùng mã này' })).toBeVisible();
  // Else the next page is told of a new version: its worker came in between.
  await waitUntilOfflineReady(page);
  await take(page, 'start');
  await joinUntilWords(page, { address, invitation });
  await take(page, 'words');
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  await approve(head, 'devices');
}

/** The camera opens by itself under a finger; before the card it sees a wall. */
export async function scanCard(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await take(page, 'consent');
  await page.getByTestId('consent-yes').click();
  await expect(page.getByText('Đưa ô vuông QR vào đây')).toBeVisible();
  await page.waitForTimeout(1_500);
  await take(page, 'scan');
  await expect(page.getByText('Đọc được thẻ')).toBeVisible({ timeout: 30_000 });
  await take(page, 'card');
  await page.getByTestId('card-done').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

export async function answerAccount(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/nguoi-dan');
  await page.getByText('Nguyễn Văn Dụ').first().click();
  await page.getByRole('link', { name: 'Tài khoản' }).first().click();
  await page.locator('[data-testid^=account-outcome-]').first().click();
  await page.waitForTimeout(500);
  await take(page, 'account');
}

/** Up to the choice who lodges it; answers its path. */
export async function prepareDossier(page: Page, address: string, name: string): Promise<string> {
  const path = await beginDossier(page, address, name);
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPhotograph(page);
  return path;
}

export async function prepareOne(page: Page, address: string): Promise<string> {
  await goInApp(page, address, '/tra-cuu');
  await page.getByTestId('lookup-search').fill('giấy khai sinh');
  await expect(page.getByTestId('procedure-2.000635')).toBeVisible();
  await take(page, 'lookup');
  const dossier = await prepareDossier(page, address, 'Hoàng Thị Mẫu');
  await take(page, 'dossier');
  await page.getByRole('link', { name: 'Chọn', exact: true }).click();
  for (const ready of ['Điện thoại của bác', 'VNeID mức 2', 'Có sóng'])
    await page.getByText(ready).first().click();
  await page.getByTestId('route-selfOwnPhone').click();
  await take(page, 'route');
  await page.getByTestId('route-choose').click();
  await page.getByTestId('dossier-finish').click();
  await page.getByRole('link', { name: 'Thẻ chép' }).click();
  await page.getByTestId('copy-to-phone').click();
  await expect(page.getByTestId('copy-code')).toBeVisible();
  await take(page, 'copy-code');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await goInApp(page, address, dossier);
  await page.getByRole('link', { name: 'Phiếu' }).click();
  await expect(page.getByTestId('slip-print')).toBeVisible();
  await take(page, 'slip');
  return dossier;
}

/** Lodged by the citizen; then the portal asks for a paper, and it is mended. */
export async function followDossier(page: Page, demo: Demo, dossier: string): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  await syncUntil(page, { address, path: dossier, text: /Chờ .*tự nộp/ });
  const { dossierNumber, paper } = await confirmPack(demo.portal);
  await syncUntil(page, { address, path: dossier, text: /Đã nộp · mã/ });
  await take(page, 'lodged');
  await sendNow(page, address);
  await expect(page.getByTestId('evening-answer')).toContainText('Xã đã nhận đủ', { timeout: 20_000 });
  await take(page, 'custody');
  const supplement = { text: 'ảnh giấy khai sinh cũ bị mờ', document: paper };
  await movePack(demo.portal, dossierNumber, { status: 5, supplement });
  await syncUntil(page, { address, path: '/hom-nay', text: /cần sửa, ảnh giấy khai sinh cũ bị mờ/ });
  await take(page, 'today');
  await page.getByRole('link', { name: 'Chụp lại' }).click();
  await expect(page.locator('#paper-oldCivilStatusPaper')).toBeFocused();
  await addPhotograph(page);
  await take(page, 'mend');
  await page.getByTestId('mend-send').click();
}
