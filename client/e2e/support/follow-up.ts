/** What happens after sending: the citizen confirms, the portal moves the dossier on, the phone asks until the screen says so. */
import { expect, type Page } from '@playwright/test';
import { goInApp } from './volunteer.ts';

interface TwinPack {
  readonly packNumber: string;
  readonly documents: readonly { readonly id: string }[];
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(reply.ok).toBe(true);
  return reply.json();
}

/** The citizen's own act, and the name under which the portal knows their paper. */
export async function confirmPack(portal: string): Promise<{ dossierNumber: string; paper: string }> {
  const state = (await (await fetch(`${portal}/twin/state`)).json()) as { packs: Record<string, TwinPack> };
  const [pack] = Object.values(state.packs);
  const path = `${portal}/packs/${pack?.packNumber ?? ''}/confirm`;
  const { dossierNumber } = (await post(path, { by: 'citizen' })) as { dossierNumber: string };
  return { dossierNumber, paper: pack?.documents[0]?.id ?? '' };
}

/** As the officer does on the portal: the status is the portal's own number, 1 to 10. */
export async function movePack(portal: string, dossierNumber: string, body: unknown): Promise<void> {
  await post(`${portal}/officer/dossiers/${dossierNumber}/status`, body);
}

interface Awaited {
  readonly address: string;
  readonly path: string;
  readonly text: string | RegExp;
}

/** Asks the commune now and then, as the phone would by itself every two minutes. */
export async function syncUntil(page: Page, { address, path, text }: Awaited): Promise<void> {
  await expect(async () => {
    await sendNow(page, address);
    await goInApp(page, address, path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

/** Sends what waits and asks for news; ends when the commune has answered and the phone has taken the answer in. */
export async function sendNow(page: Page, address: string): Promise<void> {
  await goInApp(page, address, '/da-gui-chua');
  const button = page.getByRole('button', { name: 'Gửi ngay' });
  // Pressed while something is on its way it would do nothing.
  await expect(button).not.toHaveAttribute('aria-busy');
  const isRound = (url: string): boolean => new URL(url).pathname === '/api/sync';
  // An answer may come to what was asked before: only what is asked from now on holds all of it.
  const [asked] = await Promise.all([page.waitForRequest((one) => isRound(one.url())), button.click()]);
  await asked.response();
  await expect(button).not.toHaveAttribute('aria-busy');
}

/** Until nothing waits: a word that can still be taken back is not sent before its seconds are over. */
export async function sendAll(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await sendNow(page, address);
    await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}
