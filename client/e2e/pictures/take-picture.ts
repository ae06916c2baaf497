/** The phones that the guide's pictures are taken of, and what is taken until all of it is written into docs/pictures. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { hideNotice } from '../support/hide-notice.ts';
import { type Phone, startPhone } from '../support/phone.ts';
import { shrinkPicture } from '../support/shrink-picture.ts';

export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1180, height: 664 };
/** Points of the picture for each of the screen: readable on paper, and still small. */
const SHARPNESS = { phone: 1.25, laptop: 1 };
const FOLDER = join(import.meta.dirname, '../../../docs/pictures');

const phones: Phone[] = [];
const pictures = new Map<string, Buffer>();

export async function take(page: Page, name: string): Promise<void> {
  await hideNotice(page);
  await page.waitForTimeout(500);
  const place = await page.evaluate(() => ({ x: 0, y: scrollY, width: innerWidth, height: innerHeight }));
  const session = await page.context().newCDPSession(page);
  const clip = { ...place, scale: place.width > 600 ? SHARPNESS.laptop : SHARPNESS.phone };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  await session.detach();
  pictures.set(name, shrinkPicture(Buffer.from(data, 'base64')));
  console.log(`${name}.png ${Math.ceil((pictures.get(name)?.length ?? 0) / 1000)} KB`);
}

/** With the line to be shown near the top: a phone shows only a part of a long page. */
export async function takeFrom(page: Page, name: string, line: Locator): Promise<void> {
  await line.evaluate((node) => {
    node.scrollIntoView({ block: 'start' });
    scrollBy(0, -120);
  });
  await take(page, name);
}

export async function start(size: typeof PHONE, flags: readonly string[] = []): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), 'go-cua-pictures-'));
  const phone = await startPhone({ profile, ...size, flags: ['--hide-scrollbars', ...flags] });
  phones.push(phone);
  phone.page.setDefaultTimeout(45_000);
  return phone.page;
}

/** The one that was started last is not needed any more. */
export async function closeLast(): Promise<void> {
  await phones.pop()?.close();
}

export async function closeAll(): Promise<void> {
  for (const phone of phones) await phone.close();
}

/** All or none: what went wrong half-way leaves the old pictures alone. */
export function writePictures(): void {
  for (const name of readdirSync(FOLDER)) if (name.endsWith('.png')) rmSync(join(FOLDER, name));
  for (const [name, picture] of pictures) writeFileSync(join(FOLDER, `${name}.png`), picture);
  const total = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${pictures.size} pictures, ${Math.ceil(total / 1000)} KB together`);
}
