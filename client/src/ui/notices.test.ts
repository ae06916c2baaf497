/** The message at the foot of the screen, without the screen. */
import { afterEach, expect, it } from 'vitest';
import { findNotice, hideNotice, showNotice, subscribeToNotices } from './notices.ts';

afterEach(() => hideNotice());

it('shows the newest message in the place of the one before', () => {
  showNotice({ text: 'Đã thêm 1 người' });
  showNotice({ text: 'Đã thêm 2 người' });
  expect(findNotice()?.text).toBe('Đã thêm 2 người');
});

it('a message that has timed out does not take a newer one with it', () => {
  showNotice({ text: 'cũ' });
  const old = findNotice()?.number;
  showNotice({ text: 'mới' });
  hideNotice(old);
  expect(findNotice()?.text).toBe('mới');
});

it('says once that it is gone, when it is closed as when another takes its place', () => {
  const gone: string[] = [];
  showNotice({ text: 'một', onGone: () => gone.push('một') });
  expect(gone).toEqual([]);
  showNotice({ text: 'hai', onGone: () => gone.push('hai') });
  expect(gone).toEqual(['một']);
  hideNotice();
  hideNotice();
  expect(gone).toEqual(['một', 'hai']);
});

it('tells whoever draws it, until they stop listening', () => {
  const seen: (string | undefined)[] = [];
  const stop = subscribeToNotices(() => seen.push(findNotice()?.text));
  showNotice({ text: 'một' });
  hideNotice();
  stop();
  showNotice({ text: 'hai' });
  expect(seen).toEqual(['một', undefined]);
});
