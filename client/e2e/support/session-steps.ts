/** What a team does around a session besides counting: plans it, notes its members, reads a receipt, closes it. Knows screens, no code behind them. */
import { expect, type Page } from '@playwright/test';
import { checkScreen } from './check-screen.ts';
import { drawBarCode, drawPhotograph } from './code-pictures.ts';
import { goInApp } from './volunteer.ts';

const RECEIPT = '000.01.02.H57-261122-0777';

export async function planAndOpenSession(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/buoi');
  await page.getByRole('link', { name: 'Lên lịch buổi' }).click();
  await page.getByLabel('Ngày', { exact: true }).fill('01/01/2020');
  await page.getByTestId('plan-time').fill('sáng');
  await page.getByTestId('plan-save').click();
  await expect(page.getByText('Ngày này đã qua.')).toBeVisible();
  await expect(page.getByText('Ghi giờ, ví dụ 8:00.')).toBeVisible();
  await page.getByLabel('Ngày', { exact: true }).fill(new Date().toLocaleDateString('en-GB'));
  await page.getByTestId('plan-time').fill('8h');
  await page.getByLabel('Khoảng bao nhiêu người', { exact: true }).fill('40');
  await checkScreen(page);
  await page.getByTestId('plan-save').click();
  await expect(page.getByText('Hôm nay · 08:00 · khoảng 40 người')).toBeVisible();
  await goInApp(page, address, '/hom-nay');
  await expect(page.getByRole('heading', { name: /^08:00 · Buổi ở / })).toBeVisible();
  await checkScreen(page);
  await page.getByTestId('plan-open').click();
  await expect(page.getByTestId('write-name')).toBeVisible();
}

/** One of them, Bà Lò Thị Ví, has no phone and never comes. */
export async function noteTeam(page: Page): Promise<void> {
  await page.getByTestId('team-open').click();
  await page.getByTestId('member-name').fill('Bà Lò Thị Ví');
  await page.getByTestId('member-add').click();
  await page.getByRole('button', { name: 'Tôi về trước' }).click();
  await page.getByRole('button', { name: 'Tôi quay lại' }).click();
  await expect(page.getByText(/về rồi quay lại/)).toBeVisible();
  await checkScreen(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(page.getByTestId('team-open')).toHaveText('Tổ viên 1/2');
}

/** On the screen of a finished dossier; records nothing. `card`: a code that is no receipt's. */
export async function scanReceipt(page: Page, card: string): Promise<void> {
  await page.getByTestId('dossier-lodged').click();
  await page.getByTestId('receipt-scan').click();
  const show = (buffer: Buffer) => showCode(page, buffer);
  await show(drawPhotograph(card, 'the', { width: 1200, height: 900 }));
  await expect(page.getByText('Mã này không phải mã hồ sơ.')).toBeVisible();
  await show(drawPhotograph(`https://vi.du/?ma=${RECEIPT}`, 'bien nhan', { width: 1200, height: 900 }));
  await expect(page.getByText(`Đã quét ${RECEIPT}.`)).toBeVisible();
  await page.getByTestId('lodged-scan-again').click();
  await page.getByTestId('receipt-scan').click();
  await show(await drawBarCode(RECEIPT));
  await expect(page.getByText(`Đã quét ${RECEIPT}.`)).toBeVisible();
  await checkScreen(page);
  await page.getByRole('button', { name: 'Thôi', exact: true }).click();
  await expect(page.getByText(RECEIPT)).toHaveCount(0);
}

/** On the officer's screen of a pack: a card is no receipt; its bar code is, and then nothing is typed. Records nothing. */
export async function scanAtDesk(page: Page, card: string, number: string): Promise<void> {
  await page.getByTestId('receipt-scan').click();
  await showCode(page, drawPhotograph(card, 'the', { width: 1200, height: 900 }));
  await expect(page.getByText('Mã này không phải mã hồ sơ.')).toBeVisible();
  await expect(page.getByTestId('desk-number')).toHaveValue('');
  await showCode(page, await drawBarCode(number));
  await expect(page.getByText(`Đã quét ${number}.`)).toBeVisible();
  await expect(page.getByTestId('desk-number-again')).toHaveCount(0);
  await checkScreen(page);
  // Whoever mends a letter of it has typed it.
  await page.getByTestId('desk-number').press('End');
  await page.getByTestId('desk-number').press('Backspace');
  await expect(page.getByTestId('desk-number-again')).toBeVisible();
  await page.getByTestId('receipt-scan').click();
  await showCode(page, await drawBarCode(number));
  await expect(page.getByTestId('desk-number')).toHaveValue(number);
}

function showCode(page: Page, buffer: Buffer): Promise<void> {
  return page.getByTestId('scan-picture').setInputFiles({ name: 'ma.png', mimeType: 'image/png', buffer });
}

/** A01 has been helped and her dossier is lodged. */
export async function closeWithHands(page: Page): Promise<void> {
  await expect(page.getByText('Xong (')).toHaveCount(0);
  await page.getByRole('button', { name: /^Gọi A01/ }).click();
  await page.getByRole('button', { name: /^Xong A01/ }).click();
  await expect(page.getByTestId('visitor-row').filter({ hasText: 'A01' })).toContainText('Đã nộp · mã');
  await page.getByTestId('session-close').click();
  for (const [answer, hands] of [
    ['😀 Hài lòng', '3'],
    ['☹ Chưa hài lòng', '1'],
  ] as const)
    await page.getByLabel(answer, { exact: true }).fill(hands);
  await page.getByTestId('session-close-confirm').click();
  await expect(page.getByText('Hài lòng 3 · Bình thường 0 · Chưa hài lòng 1')).toBeVisible();
  await expect(page.getByText('Vắng: Bà Lò Thị Ví.')).toBeVisible();
}

/** While one session of the place is closed already. */
export async function joinTwinSessions(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/buoi');
  await page.getByTestId('session-open').click();
  await goInApp(page, address, '/buoi');
  const open = page.getByRole('link', { name: 'Vào buổi', exact: true });
  await expect(open).toHaveCount(1);
  await page.getByTestId('session-same').click();
  await expect(page.getByText(/là một, đếm chung/)).toBeVisible();
  await expect(open).toHaveCount(0);
  await checkScreen(page);
  await page.getByRole('button', { name: 'Tách ra' }).click();
  await expect(open).toHaveCount(1);
}

/** Three codes were shown, and the phones of B and C have not been heard of here either. */
export async function dismissLetterD(first: Page): Promise<void> {
  const line = first.getByTestId('machines');
  await expect(line).toContainText('chờ 3');
  for (const undoes of [true, false]) {
    await line.click();
    await first.getByRole('button', { name: 'Chữ D: không máy nào dùng' }).click();
    await expect(line).toContainText('chờ 2');
    if (undoes) await first.getByRole('button', { name: 'Hoàn lại' }).click();
    await expect(line).toContainText(undoes ? 'chờ 3' : 'chờ 2');
  }
}

/** In the app, by this phone's camera, from the list of sessions. */
export async function scanToJoin(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/buoi');
  await page.getByRole('link', { name: 'Vào buổi bằng mã' }).click();
  await page.getByTestId('scan-start').click();
}
