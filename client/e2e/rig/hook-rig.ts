/** As much of a page as React needs to run hooks outside a browser: nothing is drawn, and every effect runs. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

export interface MountedHook<T> {
  /** What the hook answered last. */
  readonly current: () => T;
  readonly unmount: () => Promise<void>;
}

/** `window` of the test, to be told of events; a page must be there before a hook is mounted. */
export function installPage(): EventTarget {
  // React looks for the focus before it draws, and through frames.
  const page = Object.assign(new EventTarget(), { HTMLIFrameElement: class {} });
  Object.defineProperty(globalThis, 'window', { value: page, configurable: true, writable: true });
  return page;
}

export function removePage(): void {
  for (const name of ['window', 'navigator', 'sessionStorage']) Reflect.deleteProperty(globalThis, name);
}

export async function mountHook<T>(useIt: () => T): Promise<MountedHook<T>> {
  const found: { current?: T } = {};
  const Probe = (): null => {
    found.current = useIt();
    return null;
  };
  const root = createRoot(createContainer());
  root.render(createElement(Probe));
  await settle();
  return {
    current: () => {
      if (!('current' in found)) throw new Error('The hook was never called.');
      return found.current as T;
    },
    unmount: async () => {
      root.unmount();
      await settle();
    },
  };
}

/** Effects run behind the drawing, each in a turn of its own. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}

function createContainer(): Element {
  const ownerDocument = new EventTarget();
  const container = Object.assign(new EventTarget(), {
    nodeType: 1,
    nodeName: 'DIV',
    tagName: 'DIV',
    ownerDocument,
    textContent: '',
  });
  return container as unknown as Element;
}
