/** Registers the service worker and carries a new version in when a person says so. No reload ever costs what was typed. */
import type { Workbox } from 'workbox-window';
import type { ScriptPolicy } from '../platform/trusted-types.ts';

export type UpdateState =
  /** Nothing new. */
  | 'current'
  /** A new version waits for a word. */
  | 'updateReady'
  /** It is being put in; the page is loaded anew in a moment. */
  | 'applying'
  /** Another tab has put it in: this page runs on, and is loaded anew when the person likes. */
  | 'updatedElsewhere'
  /** A part of this version is gone from the server and the line: saved, and waiting for a line to load it anew. */
  | 'partMissing';

export interface RegisterParts {
  readonly policy: ScriptPolicy;
  /** Brings everything typed onto the disk; false when it could not. */
  readonly flush: () => Promise<boolean>;
  readonly reload: () => void;
}

export interface AppUpdate {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => UpdateState;
  /** `unsaved`: something typed is not on the disk, so that nothing was done. */
  readonly applyUpdate: () => Promise<'applying' | 'unsaved' | 'nothing'>;
}

export const SERVICE_WORKER = '/sw.js';
const LOOK_EVERY_MS = 60 * 60 * 1_000;
/** A phone is taken out a hundred times a day, and each look costs some kilobytes. */
const LOOK_AGAIN_AFTER_MS = 10 * 60 * 1_000;
const RELOADED_AT = 'go-cua.reloaded-at';
const RELOAD_AGAIN_AFTER_MS = 60_000;

/** Without service workers (a private window, an old Firefox) the app works on, and never says that there is something new. */
export function registerApp(parts: RegisterParts): AppUpdate {
  const update = new Update(parts);
  update.guardPreloads();
  if ('serviceWorker' in navigator) void update.register();
  return update;
}

class Update implements AppUpdate {
  readonly #parts: RegisterParts;
  readonly #listeners = new Set<() => void>();
  #workbox: Workbox | undefined;
  #state: UpdateState = 'current';
  #isFetchingWorkbox = false;

  constructor(parts: RegisterParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): UpdateState => this.#state;

  readonly applyUpdate = async (): Promise<'applying' | 'unsaved' | 'nothing'> => {
    if (this.#state === 'current' || this.#state === 'applying') return 'nothing';
    if (!(await this.#parts.flush())) return 'unsaved';
    if (this.#state !== 'updateReady') this.#parts.reload();
    else this.#workbox?.messageSkipWaiting();
    this.#say('applying');
    return 'applying';
  };

  /** After the page has loaded: nothing of it is needed for the first screen. */
  async register(): Promise<void> {
    let hasWorker = navigator.serviceWorker.controller !== null;
    await whenLoaded();
    const Workbox = await this.#fetchWorkbox();
    // No line at the first visit: it is registered at the next one.
    if (!Workbox) return;
    const workbox = new Workbox(this.#parts.policy.createScriptURL(SERVICE_WORKER));
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => this.#say('updateReady'));
    workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
      // What takes over a page that had no worker yet is no newer than it.
      const isFirst = !hasWorker;
      hasWorker = true;
      if (this.#state === 'applying') void this.#reloadOnceSaved();
      // The first worker of a first visit takes over quietly: nothing on the page is older than it.
      else if (!isFirst && (isUpdate === true || isExternal === true)) this.#say('updatedElsewhere');
    });
    workbox.register().catch(() => undefined);
    this.#lookNowAndThen(workbox);
  }

  async #fetchWorkbox(): Promise<typeof Workbox | undefined> {
    this.#isFetchingWorkbox = true;
    try {
      return (await import('workbox-window')).Workbox;
    } catch {
      return undefined;
    } finally {
      this.#isFetchingWorkbox = false;
    }
  }

  #lookNowAndThen(workbox: Workbox): void {
    let lookedAt = Date.now();
    const look = (): void => {
      const now = Date.now();
      if (document.visibilityState !== 'visible' || Math.abs(now - lookedAt) < LOOK_AGAIN_AFTER_MS) return;
      lookedAt = now;
      workbox.update().catch(() => undefined);
    };
    setInterval(look, LOOK_EVERY_MS);
    // The interval stands still while a phone sleeps.
    document.addEventListener('visibilitychange', look);
  }

  /** A lazy part of an old version may be gone: one reload, only with a line and only when everything is saved. */
  guardPreloads(): void {
    // The error itself goes on to the screen's own boundary: a part that is not there cannot be shown.
    window.addEventListener('vite:preloadError', () => {
      if (!this.#isFetchingWorkbox) void this.#replaceLostPart();
    });
  }

  async #replaceLostPart(): Promise<void> {
    const isSaved = await this.#parts.flush();
    this.#say('partMissing');
    if (!isSaved || wasReloadedLately() || !(await hasLine())) return;
    noteReload();
    this.#parts.reload();
  }

  /** Something may have been typed while the new worker was starting. */
  async #reloadOnceSaved(): Promise<void> {
    if (await this.#parts.flush()) this.#parts.reload();
    else this.#say('updatedElsewhere');
  }

  #say(state: UpdateState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function whenLoaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
}

function wasReloadedLately(): boolean {
  const at = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
  return Math.abs(Date.now() - at) < RELOAD_AGAIN_AFTER_MS;
}

function noteReload(): void {
  try {
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  } catch {
    // Without a note there may be a second reload; what was typed is saved either way.
  }
}

/** Asks instead of believing the browser: a reload without a line would lose the page. */
async function hasLine(): Promise<boolean> {
  try {
    const reply = await fetch('/api/health', { credentials: 'omit', cache: 'no-store' });
    return reply.ok;
  } catch {
    return false;
  }
}
