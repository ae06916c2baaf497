/** The commune's side of the guide: letting a device in, taking a pack, approving a session. */
import { expect, type Page } from '@playwright/test';
import { syncUntil } from '../support/follow-up.ts';
import { join, unlock } from '../support/join.ts';
import type { Demo } from '../support/start-demo.ts';
import { LAPTOP, start, take, takeFrom } from './take-picture.ts';

/** At the commune: approved by the four words at the terminal. */
export async function sitDown(demo: Demo, role: 'head' | 'officer'): Promise<Page> {
  const page = await start(LAPTOP);
  const { url: address, invitation } = demo.roles[role];
  demo.type((await join(page, { address, invitation })).join(' '));
  return page;
}

export async function approve(head: Page, picture?: string): Promise<void> {
  await head.reload();
  await unlock(head);
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  await expect(head.getByTestId('approve-device').first()).toBeVisible({ timeout: 20_000 });
  if (picture !== undefined) await take(head, picture);
  await head.getByTestId('approve-device').first().click();
}

export async function receive(demo: Demo): Promise<void> {
  const officer = await sitDown(demo, 'officer');
  const { url: address } = demo.roles.officer;
  await syncUntil(officer, { address, path: '/mot-cua', text: /Nguyễn Văn Dụ/ });
  await officer.getByTestId('desk-row').filter({ hasText: 'Dụ' }).first().click();
  const pack = new URL(officer.url()).pathname;
  await take(officer, 'desk');
  await officer.getByTestId('desk-return').click();
  await officer.getByText('Ảnh mờ').click();
  await take(officer, 'desk-return');
  await officer.keyboard.press('Escape');
  await officer.getByTestId('desk-number').fill('H57.242-261122-0777');
  await officer.getByTestId('desk-number-again').fill('H57.242-261122-0777');
  await officer.getByTestId('desk-record').click();
  await syncUntil(officer, { address, path: pack, text: /Hạn trả/ });
  await takeFrom(officer, 'desk-result', officer.getByTestId('desk-due'));
}

export async function review(head: Page, demo: Demo): Promise<void> {
  await syncUntil(head, { address: demo.roles.head.url, path: '/nhat-ky', text: /1 buổi chờ duyệt/ });
  await take(head, 'head-log');
  await head.getByTestId('session-row').first().click();
  await head.getByTestId('approve-session').click();
  await expect(head.getByText('Đã duyệt').first()).toBeVisible();
  await take(head, 'head');
}
