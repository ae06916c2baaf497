import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPage, type MountedHook, mountHook, removePage } from '../../e2e/rig/hook-rig.ts';
import { useClipboard } from './use-clipboard.ts';

let page: EventTarget;
let clipboard: string;
/** As a browser has it: without focus or a touch a page may not write. */
let mayWrite: boolean;
let card: MountedHook<(text: string) => Promise<boolean>>;

beforeEach(async () => {
  page = installPage();
  clipboard = 'of somebody else';
  mayWrite = true;
  const writeText = async (text: string): Promise<void> => {
    if (!mayWrite) throw new DOMException('Document is not focused.', 'NotAllowedError');
    clipboard = text;
  };
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard: { writeText } }, configurable: true });
  card = await mountHook(useClipboard);
});
afterEach(async () => {
  await card.unmount();
  removePage();
});

const tell = async (name: string): Promise<void> => {
  page.dispatchEvent(new Event(name));
  await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('the clipboard of a copy card', () => {
  it('holds what was copied until the card is left, and says where the browser refuses', async () => {
    expect(await card.current()('Hoàng Thị Mẫu')).toBe(true);
    expect(clipboard).toBe('Hoàng Thị Mẫu');
    mayWrite = false;
    expect(await card.current()('02/03/1947')).toBe(false);
    mayWrite = true;
    await card.unmount();
    expect(clipboard).toBe('');
  });

  it('is wiped when the page goes, and left alone where nothing was copied', async () => {
    await tell('pagehide');
    expect(clipboard).toBe('of somebody else');
    await card.current()('Hoàng Thị Mẫu');
    await tell('pagehide');
    expect(clipboard).toBe('');
  });

  it.each(['focus', 'pointerup', 'keyup'])(
    'is wiped at the first %s where it could not be when the card was left, and once',
    async (name) => {
      await card.current()('Hoàng Thị Mẫu');
      mayWrite = false;
      await card.unmount();
      await tell(name);
      expect(clipboard).toBe('Hoàng Thị Mẫu');
      mayWrite = true;
      await tell(name);
      expect(clipboard).toBe('');
      clipboard = 'copied since';
      for (const later of ['focus', 'pointerup', 'keyup']) await tell(later);
      expect(clipboard).toBe('copied since');
    },
  );
});
