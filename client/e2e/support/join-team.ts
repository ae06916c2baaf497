/** Several phones of one team on their first day: invited by the head, joined through the line, approved one by one. */
import { expect, type Page } from '@playwright/test';
import { sendNow } from './follow-up.ts';
import { invite, join, unlock, waitUntilOfflineReady } from './join.ts';
import type { World } from './start-world.ts';

const MATES = ['Trần Thị Mai', 'Lê Văn Nam'] as const;

/** The first is the demo's own volunteer; of the team it knows everybody in the end. */
export async function joinTeam({ demo, address }: World, head: Page, pages: readonly Page[]): Promise<void> {
  const { url, invitation } = demo.roles.head;
  demo.type((await join(head, { address: url, invitation })).join(' '));
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  const invitations = [demo.roles.volunteer.invitation];
  for (const name of MATES) invitations.push(await invite(head, name));
  await Promise.all(
    pages.map(async (page, at) => {
      await join(page, { address, invitation: invitations[at] ?? '' });
      await waitUntilOfflineReady(page);
    }),
  );
  await head.reload();
  await unlock(head);
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  for (let left = pages.length; left > 0; left--) {
    await expect(head.getByTestId('approve-device')).toHaveCount(left, { timeout: 20_000 });
    await head.getByTestId('approve-device').first().click();
  }
  for (const page of pages) await sendNow(page, address);
  // Everybody is approved by now: the commune names the whole team.
  const [first] = pages;
  if (!first) throw new Error('A team has a phone.');
  await first.reload();
  await unlock(first);
  await sendNow(first, address);
}
